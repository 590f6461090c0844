using Wenye.Operator;
using Wenye.Operator.CodeTables;

// Each command is a file of its own; a command's words come first, then its arguments.
return await CommandLine.RunAsync(args, ListCodeTables.Command, SearchCodeTable.Command, ImportCodeTables.Command);
