namespace Hudna.Reading.Arabic.Facts;

/// <summary>Finds the facts around a truce that a text states, from what the other rules found and the cues of <c>fact_cues.tsv</c>.</summary>
internal static class FactRules
{
    /// <summary>The facts in order of position.</summary>
    public static IReadOnlyList<FactMention> Of(Article article)
    {
        // Line breaks alone are no sentence.
        if (article.Sentences.Count == 0)
        {
            return [];
        }

        var scene = new Scene(article);
        var talks = new TalksMentions(scene);
        new RoundRules(scene, talks).Find();
        new TrackRules(scene, talks).Find();
        new ParticipationRules(scene, talks).Find();
        new DelegationRules(scene, talks).Find();
        new DealRules(scene).Find();
        new CommitmentRules(scene).Find();
        new OperationRules(scene).Find();
        new ControlRules(scene).Find();
        new PositionRules(scene).Find();
        return [.. scene.Facts.OrderBy(f => f.Start).ThenBy(f => f.End)];
    }
}
