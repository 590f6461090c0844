using Wenye.CodeTables.Distribution;
using Wenye.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddCodeTables();

var app = builder.Build();
app.MapServiceDefaults();
await app.RunAsync();
