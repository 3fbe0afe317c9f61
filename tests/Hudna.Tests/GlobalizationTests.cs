using System.Text;

namespace Hudna.Tests;

public sealed class GlobalizationTests
{
    /// <summary>InvariantGlobalization would make normalisation a silent no-op.</summary>
    [Fact]
    public void Normalize_CompatibilityForm_IsAvailable() => Assert.Equal("لا", "\uFEFB".Normalize(NormalizationForm.FormKC));
}
