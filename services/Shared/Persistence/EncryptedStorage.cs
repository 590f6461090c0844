namespace Wenye.Persistence;

/// <summary>How encrypted columns lie on disk (加密列的存放).</summary>
internal static class EncryptedStorage
{
    /// <summary>Sets every bytea column of the service to EXTERNAL: not compressed by PostgreSQL (不再压缩). It changes how rows are written from then on, none that is there.</summary>
    /// <remarks>
    /// What is encrypted cannot be compressed, and what is long was compressed before; PostgreSQL tried all the same for every row
    /// beyond 2 kB, a third of its time in a measured SubmitApplication. By rule and after every migration, so that a column added
    /// later needs nothing. A table whose columns are all set is not locked.
    /// </remarks>
    public const string Uncompressed = """
        DO $$
        DECLARE one record;
        BEGIN
            FOR one IN
                SELECT a.attrelid::regclass AS of, a.attname AS name
                FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
                WHERE c.relkind IN ('r', 'p') AND c.relnamespace = current_schema()::regnamespace
                    AND a.atttypid = 'bytea'::regtype AND a.attnum > 0 AND NOT a.attisdropped AND a.attstorage <> 'e'
            LOOP
                EXECUTE format('ALTER TABLE %s ALTER COLUMN %I SET STORAGE EXTERNAL', one.of, one.name);
            END LOOP;
        END $$
        """;
}
