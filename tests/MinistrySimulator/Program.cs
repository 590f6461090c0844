// The ministry's platform (部级业务协同平台), simulated: in memory, with synthetic people only.
using Wenye.MinistrySimulator;

await SimulatorApp.Build(args, TimeProvider.System).RunAsync();
