namespace Wenye.ServerProcesses;

/// <summary>A PostgreSQL cluster of its own.</summary>
/// <param name="durable">False only for tests: a crash of the machine (not of the server) may then lose commits.</param>
/// <param name="dataFolder">A folder that outlives the run; null for one that does not.</param>
public sealed class PostgresServer(
    ProcessRun run, string name, string user, string password, bool durable = true, string? dataFolder = null) : Server(run, name)
{
    private static readonly string Binaries = FindBinaries();

    // PostgreSQL refuses root; Debian's package makes the user postgres.
    private static readonly string[] AsServerUser =
        Environment.IsPrivilegedProcess ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"] : [];

    /// <summary>Connection string of a database, the user's own rights being those of a superuser.</summary>
    public string ConnectionString(string database = "postgres") =>
        $"Host=localhost;Port={Port};Username={user};Password={password};Database={database}";

    protected override int PortCount => 1;

    private string Data => dataFolder ?? Path.Combine(Folder, "data");

    /// <summary>Creates those databases that are not there yet.</summary>
    public async Task CreateDatabasesAsync(IEnumerable<string> databases, CancellationToken cancellationToken = default)
    {
        // psql creates what the query returns; CREATE DATABASE itself has no "if not exists".
        var statements = databases.Select(database =>
            $"SELECT format('CREATE DATABASE %I', '{database}') WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = '{database}')\\gexec");
        await WriteSettingsAsync("databases.sql", statements, cancellationToken);
        await RunAsync(
            new($"{Name}-psql", Path.Combine(Binaries, "psql"), "-q", "-h", "127.0.0.1", "-p", $"{Port}", "-U", user,
                "-d", "postgres", "-v", "ON_ERROR_STOP=1", "-f", Path.Combine(Folder, "databases.sql"))
            {
                Environment = new Dictionary<string, string?> { ["PGPASSWORD"] = password },
            },
            cancellationToken);
    }

    protected override async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(Path.Combine(Data, "PG_VERSION")))
        {
            await InitializeAsync(cancellationToken);
        }
        string[] settings =
        [
            "listen_addresses = '127.0.0.1'", $"port = {Port}", "unix_socket_directories = ''", "max_connections = 300",
            "shared_buffers = 256MB", "max_wal_size = 2GB", "log_min_messages = warning",
            .. durable ? Array.Empty<string>() : ["fsync = off", "synchronous_commit = off", "full_page_writes = off"],
        ];
        await File.WriteAllLinesAsync(Path.Combine(Data, "postgresql.auto.conf"), settings, cancellationToken);
    }

    protected override ChildCommand Command() => ServerUser(Name, "postgres", "-D", Data);

    protected override async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        // The eighth line of the server's own record says how far it is; no other server's port can be mistaken for it.
        var record = Path.Combine(Data, "postmaster.pid");
        try
        {
            var lines = await File.ReadAllLinesAsync(record, cancellationToken);
            return lines.Length >= 8 && lines[0] == $"{Process?.Id}" && lines[7].Trim() == "ready";
        }
        catch (FileNotFoundException)
        {
            return false;
        }
    }

    private async Task InitializeAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Data, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        await WriteSettingsAsync("password", [password], cancellationToken);
        var passwordFile = Path.Combine(Folder, "password");
        if (Environment.IsPrivilegedProcess)
        {
            await RunAsync(new($"{Name}-chown", "chown", "postgres:postgres", Data, passwordFile), cancellationToken);
        }
        await RunAsync(
            ServerUser($"{Name}-initdb", "initdb", "-D", Data, "-U", user, "-A", "scram-sha-256", "--pwfile", passwordFile,
                "--no-locale", "-E", "UTF8", "--no-sync", "--no-instructions"),
            cancellationToken);
        File.Delete(passwordFile);
    }

    private ChildCommand ServerUser(string commandName, string program, params string[] arguments)
    {
        string[] line = [.. AsServerUser, Path.Combine(Binaries, program), .. arguments];
        // SIGINT: ends the sessions and shuts down in order ("fast").
        return new(commandName, line[0], line[1..]) { StopSignal = Signal.Interrupt, LogFile = LogFile };
    }

    private static string FindBinaries() =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(d => int.TryParse(Path.GetFileName(d), out var v) ? v : 0)
                .Select(d => Path.Combine(d, "bin")).FirstOrDefault(d => File.Exists(Path.Combine(d, "initdb"))) ?? ""
            : "";
}
