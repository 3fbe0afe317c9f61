using System.Globalization;
using Hudna.Rulings;

namespace Hudna.Missions;

/// <summary>Sees to it that entries of a chronicle come in order of time, and stages of a complaint in their order. Of two entries of one
/// day, of which only one tells the hour, either may come first.</summary>
internal sealed class ChronicleOrder
{
    private readonly Dictionary<string, ComplaintStage> stages = new(StringComparer.Ordinal);
    private DateOnly day;
    private DateTimeOffset moment;

    /// <summary>Takes the next entry.</summary>
    /// <exception cref="Reading.DataFileException">It should stand above one that was taken before.</exception>
    public void Add(ChronicleEntry entry, YamlPart part)
    {
        if (entry.On < day)
        {
            throw part[entry is ComplaintEntry or ComplaintStageEntry ? "at" : "on"].Bad(string.Create(
                CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}, as above, or a later day, as entries stand in order of time,"));
        }

        day = entry.On;
        switch (entry)
        {
            case ComplaintEntry complaint:
                Timed(complaint.At, part);
                if (!stages.TryAdd(complaint.Complaint, ComplaintStage.Lodged))
                {
                    throw part["complaint"].Bad("an id that no complaint above has");
                }

                break;
            case ComplaintStageEntry step:
                Timed(step.At, part);
                Move(step, part);
                break;
            default:
                break;
        }
    }

    private void Timed(DateTimeOffset at, YamlPart part)
    {
        if (at < moment)
        {
            throw part["at"].Bad(string.Create(
                CultureInfo.InvariantCulture, $"{moment:yyyy-MM-dd'T'HH:mmzzz}, as above, or later, as entries stand in order of time,"));
        }

        moment = at;
    }

    private void Move(ComplaintStageEntry step, YamlPart part)
    {
        if (!stages.TryGetValue(step.Complaint, out ComplaintStage stage))
        {
            throw part["complaint_stage"].Bad("a complaint lodged above");
        }

        if (stage == ComplaintStage.Closed || (step.Stage != stage + 1 && step.Stage != ComplaintStage.Closed))
        {
            throw part["stage"].Bad(stage == ComplaintStage.Closed ? "nothing, as the complaint is closed,"
                : Reading.Wire.Name(stage + 1) + ", the stage after " + Reading.Wire.Name(stage) + ", or closed");
        }

        if (step.Stage != stage + 1 && step.Note.Length == 0)
        {
            throw part.Error("note: the reason is expected, as it is closed before all stages are gone through");
        }

        stages[step.Complaint] = step.Stage;
    }
}
