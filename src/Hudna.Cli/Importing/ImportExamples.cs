namespace Hudna.Cli.Importing;

/// <summary>What <c>hudna import --help</c> says of each format. Every line that begins with <c>hudna</c> is run by a test, over files of those
/// names.</summary>
internal static class ImportExamples
{
    internal const string Text = """
        Examples, by what there is to import:
          a folder of articles (.txt .html .jsonl, feeds and tables too), into the demo's record; ./hudna demo shows it
            hudna import articles/
          one report, into a mission of your own
            hudna import --data data --source "Field team 3" --published 2017-01-05 report.txt
          JSON Lines, one article a line: {"id": …, "text": …, "title": …, "published": …, "source": …, "url": …}
            hudna import --data data articles.jsonl
          a feed, RSS 2.0 or Atom: saved first, for nothing is fetched; an item that changed becomes its next version
            hudna import --data data news.rss
          ACLED, CSV or XLSX as exported (event_id_cnty, event_date, time_precision, sub_event_type, actor1, geo_precision, fatalities …)
            hudna import --data data acled.csv
          UCDP GED, CSV or XLSX (id, type_of_violence, side_a, side_b, where_prec, date_prec, best, high, low …)
            hudna import --data data ged.xlsx
          OSCE SMM table of ceasefire violations; its dates have no year, so say the day of the report
            hudna import --data data --published 2017-02-04 smm.csv
          KoboToolbox or ODK export with its form (XLSForm): look first, then import
            hudna import --data data --form form.xlsx --preview kobo.csv
            hudna import --data data --form form.xlsx kobo.csv
          GeoJSON, each feature a row
            hudna import --data data acled.geojson
          Hudna's own tables, of observations and complaints and of coverage
            hudna import --data data observations.csv coverage.csv
          any other table: look at what is proposed, change the mapping, import by it; it is kept for the next one
            hudna import --data data --preview village.csv
            hudna import --data data --print-mapping village.csv
            hudna import --data data --mapping village.json --date-order dmy village.csv

        What is there already is not taken twice: the same row is nothing, a changed row is its next version (what nobody decided on is taken
        back), the same row by another mapping is read anew.
        One line per document or row on standard output: outcome, file (with line), report id or reason, separated by tabs.
        Exit code: 0 all taken in, 2 some were refused (named by line and column on standard error; the others are in).
        """;
}
