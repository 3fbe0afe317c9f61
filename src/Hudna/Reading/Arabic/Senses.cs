namespace Hudna.Reading.Arabic;

/// <summary>The entries of one kind that a word can be by itself, fewest clitics first. A value that allocates nothing: rules ask it for
/// nearly every word.</summary>
/// <param name="word">The word; null has none.</param>
internal readonly struct Senses<T>(WordInfo? word)
    where T : Entry
{
    private readonly WordReading[] _readings = word?.Readings ?? [];

    public Enumerator GetEnumerator() => new(_readings);

    public bool Any() => GetEnumerator().MoveNext();

    public bool Any(Func<(T Entry, WordReading Reading), bool> accept)
    {
        foreach ((T Entry, WordReading Reading) sense in this)
        {
            if (accept(sense))
            {
                return true;
            }
        }

        return false;
    }

    public (T Entry, WordReading Reading) FirstOrDefault()
    {
        Enumerator all = GetEnumerator();
        return all.MoveNext() ? all.Current : default;
    }

    public (T Entry, WordReading Reading) FirstOrDefault(Func<(T Entry, WordReading Reading), bool> accept)
    {
        foreach ((T Entry, WordReading Reading) sense in this)
        {
            if (accept(sense))
            {
                return sense;
            }
        }

        return default;
    }

    public List<(T Entry, WordReading Reading)> ToList()
    {
        List<(T Entry, WordReading Reading)> all = [];
        foreach ((T Entry, WordReading Reading) sense in this)
        {
            all.Add(sense);
        }

        return all;
    }

    public struct Enumerator(WordReading[] readings)
    {
        private int _reading;
        private int _next;

        public (T Entry, WordReading Reading) Current { get; private set; }

        public bool MoveNext()
        {
            for (; _reading < readings.Length; _reading++, _next = 0)
            {
                Entry[] entries = readings[_reading].Entries;
                while (_next < entries.Length)
                {
                    if (entries[_next++] is T found)
                    {
                        Current = (found, readings[_reading]);
                        return true;
                    }
                }
            }

            return false;
        }
    }
}
