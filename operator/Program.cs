using Wenye.Operator;
using Wenye.Operator.Audit;
using Wenye.Operator.Books;
using Wenye.Operator.Clock;
using Wenye.Operator.CodeTables;
using Wenye.Operator.Courses;
using Wenye.Operator.Figures;
using Wenye.Operator.Firms;
using Wenye.Operator.Offices;
using Wenye.Operator.Rates;
using Wenye.Operator.Seed;
using Wenye.Operator.Wages;

// Each command is a file of its own; a command's words come first, then its arguments.
return await CommandLine.RunAsync(
    args,
    ListCodeTables.Command, SearchCodeTable.Command, ImportCodeTables.Command, ImportOfficeList.Command, ImportFirms.Command, ImportCourses.Command, ImportRates.Command, SeedRegister.Command,
    ImportWages.Command, ImportWages.Rural, ReconcileBooks.Command, MoveDay.Command, ImportFigures.Command, RebuildFigures.Command, VerifyAudit.Command, ListAudit.Command);
