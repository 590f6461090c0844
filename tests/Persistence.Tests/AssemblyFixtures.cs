using Wenye.Testing;

[assembly: AssemblyFixture(typeof(TestServers))]
