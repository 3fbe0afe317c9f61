namespace Hudna.Acts;

/// <summary>What only people may record.</summary>
internal static class Persons
{
    /// <summary>Refuses an act of the machine.</summary>
    public static ActProblem? Only(Act act, string what) => act.ByMachine
        ? ActProblem.Invalid($"by: {what} are recorded by people, never by {act.By}") : null;
}
