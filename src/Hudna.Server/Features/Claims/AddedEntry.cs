using Hudna.Acts;
using Hudna.Server.Hosting;
using Hudna.Store;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hudna.Server.Features.Claims;

/// <summary>An entry that was added to the mission's lists.</summary>
/// <param name="Id">Its id.</param>
public sealed record AddedEntry(string Id)
{
    internal static async Task<Results<Created<AddedEntry>, ProblemHttpResult>> AddAsync(string? by, Func<string, Task<string>> add, string path)
    {
        if (Visit.CleanReviewer(by) is not { } name)
        {
            return Problems.Unprocessable("by: the name of a person or desk is expected, at most 80 characters.");
        }

        try
        {
            string id = await add(name);
            return TypedResults.Created($"{path}/{Uri.EscapeDataString(id)}", new AddedEntry(id));
        }
        catch (RecordConflictException e)
        {
            return Problems.Conflict(e.Message);
        }
        catch (InvalidActException e)
        {
            return Problems.Unprocessable(e.Message);
        }
    }
}
