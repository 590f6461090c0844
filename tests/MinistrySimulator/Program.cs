// The ministry's platform (部级业务协同平台), simulated: in memory, with synthetic people only.
using Wenye.Hosting;
using Wenye.MinistrySimulator;

// It stands on the same day as the development system it belongs to.
TimeProvider time = Environment.GetEnvironmentVariable("Clock__File") is { Length: > 0 } file ? new DevelopmentClock(file) : TimeProvider.System;
await SimulatorApp.Build(args, time).RunAsync();
