using Hudna.Acts;
using Hudna.Importing;
using Hudna.Reading;
using Hudna.Server.Features.Claims;
using Hudna.Server.Hosting;
using Hudna.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hudna.Server.Features.Importing;

/// <summary>Tables at the site: upload, look and change the mapping, confirm, see what became of the rows; and the mappings that are kept.</summary>
internal static class ImportEndpoints
{
    public static void MapImportPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/import", (IRecord record, ServerOptions options, CancellationToken cancellation) => StartAsync(record, options, null, [], cancellation));
        pages.MapPost("/import", UploadAsync);
        pages.MapGet("/import/{id}", ShowAsync);
        pages.MapPost("/import/{id}", ChangeAsync);
        pages.MapPost("/import/{id}/confirm", ConfirmAsync);
        pages.MapGet("/mappings/{id}", async (string id, IRecord record, CancellationToken cancellation) =>
            await record.MappingAsync(id, cancellation) is { } mapping ? Pages.Show<MappingView>(new { Kept = mapping }) : Pages.NotFound());
        pages.MapPost("/mappings/{id}/withdraw", WithdrawAsync);
    }

    private static async Task<IResult> StartAsync(IRecord record, ServerOptions options, UploadDraft? draft, List<FieldProblem> problems, CancellationToken cancellation) =>
        Pages.Show<ImportUploadView>(
            new { Draft = draft ?? new UploadDraft(), Problems = problems, Mappings = await record.MappingsAsync(cancellation), options.UploadBytesMax },
            problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);

    private static async Task<IResult> UploadAsync(HttpContext http, Visit visit, IRecord record, ImportDesk desk, ServerOptions options)
    {
        IFormCollection fields = await http.Request.ReadFormAsync(http.RequestAborted);
        UploadDraft draft = UploadDraft.Of(fields);
        List<FieldProblem> problems = draft.Check();
        IFormFile? file = fields.Files.GetFile("file"), questions = fields.Files.GetFile("form");
        if (file is not { Length: > 0 })
        {
            problems.Add(new FieldProblem("file", "problem.no_files"));
        }
        else if (problems.Count == 0)
        {
            string name = Path.GetFileName(file.FileName);
            await using Stream bytes = file.OpenReadStream();
            if (TableFiles.IsTable(name, await BeginAsync(bytes, http.RequestAborted)))
            {
                await using Stream? form = questions is { Length: > 0 } ? questions.OpenReadStream() : null;
                StagedImport import = await desk.HoldAsync(draft.ToFile(name), bytes, form, http.RequestAborted);
                return new SeeOther(visit.Url($"import/{import.Id}"));
            }

            problems.Add(new FieldProblem("file", "import.problem.no_table", name));
        }

        return await StartAsync(record, options, draft, problems, http.RequestAborted);
    }

    private static async Task<IResult> ShowAsync(string id, HttpContext http, ImportDesk desk, IRecord record)
    {
        if (desk.Find(id) is not { } import)
        {
            return Pages.Show<ImportGoneView>(new { }, StatusCodes.Status404NotFound);
        }

        return import.Stage == ImportStage.Looked ? await LookAsync(import, desk, record, null, [], http.RequestAborted)
            : Pages.Show<ImportResultView>(new { Import = import, Left = desk.Left(import) });
    }

    private static async Task<IResult> LookAsync(
        StagedImport import, ImportDesk desk, IRecord record, Mapping? attempt, IReadOnlyList<FieldProblem> problems, CancellationToken cancellation)
    {
        try
        {
            TableImport table = await desk.OpenAsync(import, cancellation);
            return Pages.Show<ImportLookView>(
                new { Import = import, Look = ImportLook.Of(table, attempt), Problems = problems },
                problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
        }
        catch (BadTableException e)
        {
            return Pages.Show<ImportGoneView>(new { import.File.FileName, Problem = e.Line > 0 ? FormattableString.Invariant($"{e.Line}: {e.Message}") : e.Message }, StatusCodes.Status422UnprocessableEntity);
        }
    }

    private static async Task<IResult> ChangeAsync(string id, HttpContext http, Visit visit, ImportDesk desk, IRecord record)
    {
        if (desk.Find(id) is not { Stage: ImportStage.Looked } import)
        {
            return new SeeOther(visit.Url($"import/{Uri.EscapeDataString(id)}"));
        }

        IFormCollection form = await http.Request.ReadFormAsync(http.RequestAborted);
        try
        {
            TableImport table = await desk.OpenAsync(import, http.RequestAborted);
            Mapping changed = MappingDraft.Of(table.Mapping, table.Header, form);
            if (MappingCheck.Problem(changed) is { } problem)
            {
                return await LookAsync(import, desk, record, changed, [new FieldProblem("mapping", "import.problem.mapping", problem)], http.RequestAborted);
            }

            await desk.ChangeAsync(import, changed, http.RequestAborted);
        }
        catch (BadTableException)
        {
            // The page says what is wrong with the table.
        }

        return new SeeOther(visit.Url($"import/{id}") + "#rows");
    }

    private static async Task<IResult> ConfirmAsync(string id, HttpContext http, Visit visit, ImportDesk desk)
    {
        IFormCollection form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (Reviewer.Of(http, visit, form) is not { } by)
        {
            return Reviewer.Ask(form);
        }

        if (desk.Find(id) is { } import)
        {
            try
            {
                await desk.ConfirmAsync(import, by, http.RequestAborted);
            }
            catch (BadTableException)
            {
                // The page says what is wrong with the table.
            }
        }

        return new SeeOther(visit.Url($"import/{Uri.EscapeDataString(id)}"));
    }

    private static async Task<IResult> WithdrawAsync(string id, HttpContext http, Visit visit, Intake intake, IRecord record)
    {
        IFormCollection form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (await record.MappingAsync(id, http.RequestAborted) is null)
        {
            return Pages.NotFound();
        }

        if (Reviewer.Of(http, visit, form) is not { } by)
        {
            return Reviewer.Ask(form);
        }

        try
        {
            await intake.WithdrawMappingAsync(id, form["reason"].ToString().Trim(), by, http.RequestAborted);
        }
        catch (Exception e) when (e is RecordConflictException or InvalidActException)
        {
            // Withdrawn already, or the reason is too long: the page shows how it stands.
        }

        return new SeeOther(visit.Url($"mappings/{id}"));
    }

    // By its first bytes a file is told; it is then read from its start again.
    private static async Task<byte[]> BeginAsync(Stream file, CancellationToken cancellation)
    {
        byte[] begin = new byte[Math.Min(file.Length, TableFiles.BeginLength)];
        await file.ReadExactlyAsync(begin, cancellation);
        file.Position = 0;
        return begin;
    }
}
