using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Google.Protobuf;

namespace Wenye.ServiceDefaults;

/// <summary>Where the next page of a list begins (分页标记): after the last row given. Callers see opaque text bound to their query.</summary>
/// <remarks>
/// A token says after which row to go on, not how many rows to pass over: rows added meanwhile neither repeat a row nor hide
/// one, and page 1,000 costs what page 1 costs. The query itself is in it as a hash only, so what a caller asked for (a name,
/// a document number) does not travel on; the page size may change from page to page. The position is the key of a row: no
/// personal data.
/// </remarks>
public static class PageToken
{
    private const int QueryHashLength = 16;
    private const int MaxTokenLength = 512;
    private static readonly string[] NotOfTheQuery = ["page_token", "page_size"];

    /// <summary>The token of the page that follows the row at this position (下一页标记).</summary>
    /// <param name="request">The list's request; its fields but page_token and page_size are the query.</param>
    /// <param name="position">What orders the row, as text.</param>
    public static string After(IMessage request, params string[] position) =>
        Base64Url.EncodeToString([.. QueryOf(request), .. JsonSerializer.SerializeToUtf8Bytes(position, PageTokenJson.Default.StringArray)]);

    /// <summary>Reads the request's token (读取分页标记).</summary>
    /// <param name="request">The list's request.</param>
    /// <param name="parts">How many texts a position of this list has.</param>
    /// <param name="position">After which row to go on; null for the first page.</param>
    /// <returns>False when the token is none, or belongs to another query.</returns>
    public static bool TryRead(IMessage request, int parts, out string[]? position)
    {
        position = null;
        var token = (string)request.Descriptor.FindFieldByName("page_token").Accessor.GetValue(request);
        if (token.Length == 0)
        {
            return true;
        }

        if (token.Length > MaxTokenLength || !Base64Url.IsValid(token))
        {
            return false;
        }

        var bytes = Base64Url.DecodeFromChars(token);
        if (bytes.Length <= QueryHashLength || !bytes.AsSpan(0, QueryHashLength).SequenceEqual(QueryOf(request)))
        {
            return false;
        }

        position = PositionOf(bytes.AsSpan(QueryHashLength));
        return position?.Length == parts && position.All(part => part is not null);
    }

    private static string[]? PositionOf(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, PageTokenJson.Default.StringArray);
        }
        catch (JsonException)
        {
            // Not made here: the same as any other token that is none.
            return null;
        }
    }

    private static byte[] QueryOf(IMessage request)
    {
        var query = request.Descriptor.Parser.ParseFrom(request.ToByteString());
        foreach (var field in request.Descriptor.Fields.InFieldNumberOrder().Where(field => NotOfTheQuery.Contains(field.Name)))
        {
            field.Accessor.Clear(query);
        }

        return SHA256.HashData([.. Encoding.UTF8.GetBytes(request.Descriptor.FullName), 0, .. query.ToByteArray()])[..QueryHashLength];
    }
}

[JsonSerializable(typeof(string[]))]
internal sealed partial class PageTokenJson : JsonSerializerContext;
