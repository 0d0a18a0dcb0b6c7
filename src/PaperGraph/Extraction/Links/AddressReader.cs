using System.Buffers;
using System.Text;
using PaperGraph.Papers;

namespace PaperGraph.Extraction.Links;

/// <summary>Reads one address around a place in a text, and mends on the way what pages and typesetting broke.</summary>
/// <remarks>Mended: blanks and line breaks in the scheme, the host and the path; <c>http</c> misspelled; LaTeX escapes and link commands; Markdown links; an
/// address written twice without a blank; footnote marks and words that lost the blank before or behind them; signs that stand for ASCII ones.</remarks>
internal ref struct AddressReader
{
    private const int MaximumHost = 253;
    private const int MaximumPath = 1024;
    private const int MaximumGlue = 64;

    private static readonly SearchValues<char> NameSigns = SearchValues.Create("-_0123456789");

    private readonly ReadOnlySpan<char> _text;
    private readonly StringBuilder _path = new();
    private readonly StringBuilder _host = new();
    private int _position;
    private bool _explicit;

    private AddressReader(ReadOnlySpan<char> text, int position)
    {
        _text = text;
        _position = position;
    }

    /// <param name="anchor">Where one of the scanner's anchors begins.</param>
    /// <param name="floor">Nothing before this belongs to the address.</param>
    /// <param name="next">Where to look for the next anchor.</param>
    public static bool TryRead(ReadOnlySpan<char> text, int anchor, int floor, out FoundAddress address, out int next)
    {
        var reader = new AddressReader(text, anchor);
        bool read = reader.TryRead(floor, out address);
        next = read ? address.Span.End : Math.Max(anchor + 1, reader._position);
        return read;
    }

    private bool TryRead(int floor, out FoundAddress address)
    {
        address = default;
        int anchor = _position;
        if (!TryReadStart(floor, out int start))
        {
            _position = anchor + 1;
            return false;
        }

        if (!TryReadHost(ref start))
        {
            // The rest of a token that is no host holds no other one.
            _position = _explicit ? Math.Max(anchor + 1, _position) : Math.Max(anchor + 1, EndOfWord(anchor));
            return false;
        }

        HostRule rule = HostRules.Of(_host.ToString());
        int hostEnd = _position;
        ReadPath(rule);
        int end = WithoutEmphasis(start, TrimEnd(rule, hostEnd));
        if (!_explicit && !IsCredible(rule, start, end))
        {
            _position = Math.Max(end, anchor + 1);
            return false;
        }

        if (rule.Kind == HostKind.Code && _path.Length <= 1)
        {
            _position = end;
            return false;
        }

        var span = new TextSpan(start, end);
        span = WithCopy(span, floor);
        address = new FoundAddress(span, _host.ToString(), _path.ToString());
        return true;
    }

    /// <summary>Finds the address's first character and stands the reader before its host.</summary>
    private bool TryReadStart(int floor, out int start)
    {
        start = _position;
        if (StartsWith(_position, "10.5281/"))
        {
            return TryReadDoi(floor, out start);
        }

        if (StartsWith(_position, "http"))
        {
            _position += 4;
            if (Peek() is 's' or 'S')
            {
                _position++;
            }

            _explicit = TryReadSchemeMarks();
            return _explicit;
        }

        if (StartsWith(_position, "://"))
        {
            int letters = _position;
            while (letters > floor && _position - letters < 8 && char.IsAsciiLetter(_text[letters - 1]))
            {
                letters--;
            }

            start = letters;
            ReadOnlySpan<char> scheme = _text[letters.._position];
            _position += 3;
            _explicit = scheme.Equals("ftp", StringComparison.OrdinalIgnoreCase)
                || scheme.Equals("git", StringComparison.OrdinalIgnoreCase)
                || (scheme.Length is >= 3 and <= 7 && scheme.Contains("tp", StringComparison.OrdinalIgnoreCase) && scheme[0] is 'h' or 'H' or 't' or 'T');
            return _explicit;
        }

        if (StartsWith(_position, "www.") && (_position == floor || !IsHostCharacter(_text[_position - 1]) || char.IsAsciiDigit(_text[_position - 1])))
        {
            _explicit = true;
            return true;
        }

        // A host without scheme: back to the beginning of its token.
        int limit = Math.Max(floor, _position - MaximumGlue);
        while (start > limit && IsHostCharacter(_text[start - 1]))
        {
            start--;
        }

        if (start > floor && _text[start - 1] is '@')
        {
            bool secureShell = start - 4 >= floor && _text[(start - 4)..start].SequenceEqual("git@");
            start -= secureShell ? 4 : 0;
            _explicit = secureShell;
            if (!secureShell)
            {
                return false;
            }
        }
        else if (start - 1 > floor && _text[start - 1] == '/' && _text[start - 2] == '/')
        {
            // The scheme was lost, its slashes are left.
            start -= 2;
            _explicit = true;
            _position = start + 2;
            return true;
        }
        else if (start > floor && _text[start - 1] is '/' or '\\' or '=' or '&' or '?' or '%' && !StartsWith(start, "github.com/"))
        {
            return false;
        }

        while (start < _position && _text[start] is '.' or '-' or '_' or '~')
        {
            start++;
        }

        _position = _explicit ? start + 4 : start;
        return true;
    }

    /// <summary><c>doi:10.5281/zenodo.1</c> and the bare number: the one registrant that mostly stands for software and data.</summary>
    private bool TryReadDoi(int floor, out int start)
    {
        start = _position;
        _explicit = true;
        if (start > floor && (char.IsAsciiLetterOrDigit(_text[start - 1]) || _text[start - 1] is '/' or '.'))
        {
            return false;
        }

        ReadOnlySpan<char> before = _text[floor..start];
        int mark = before.TrimEnd(" :").Length;
        if (before[..mark].EndsWith("doi", StringComparison.OrdinalIgnoreCase))
        {
            start = floor + mark - 3;
        }

        _host.Append("doi.org");
        return true;
    }

    /// <summary>After <c>http</c>: <c>://</c> with blanks in it, one slash or the colon lost, backslashes.</summary>
    private bool TryReadSchemeMarks()
    {
        int at = SkipBlanks(_position, 3);
        bool colon = false;
        if (at < _text.Length && _text[at] is ':' or ';' or '：')
        {
            colon = true;
            at = SkipBlanks(at + 1, 3);
        }

        int slashes = 0;
        while (at < _text.Length && slashes < 4 && _text[at] is '/' or '\\' or '／')
        {
            slashes++;
            at++;
            int after = SkipBlanks(at, 2);
            if (after < _text.Length && (_text[after] is '/' or '／' || IsHostAhead(after)))
            {
                at = after;
            }
        }

        if (slashes == 0 && !(colon && HostRules.StartsWithKnownHost(_text[at..])))
        {
            return false;
        }

        if (!colon && slashes < 2)
        {
            return false;
        }

        _position = at;
        return true;
    }

    /// <summary>Whether a blank before this place stands inside an address: a word with a full stop and more behind it follows.</summary>
    private readonly bool IsHostAhead(int at)
    {
        int end = at;
        while (end < _text.Length && end - at < MaximumGlue && IsHostCharacter(_text[end]))
        {
            end++;
        }

        ReadOnlySpan<char> word = _text[at..end];
        int dot = word.IndexOf('.');
        return dot > 0 && dot < word.Length - 1;
    }

    private bool TryReadHost(ref int start)
    {
        if (_host.Length > 0)
        {
            // A DOI: host and path are known, the number is the path.
            return true;
        }

        int first = _position;
        int limit = Math.Min(_text.Length, first + MaximumHost);
        int at = first;
        while (at < limit)
        {
            char c = _text[at];
            if (IsHostCharacter(c))
            {
                _host.Append(char.ToLowerInvariant(c));
                at++;
                continue;
            }

            int joined = JoinHost(at);
            if (joined < 0)
            {
                break;
            }

            at = joined;
        }

        int written = _host.Length;
        while (_host.Length > 0 && _host[^1] is '.' or '-' or '_')
        {
            _host.Length--;
        }

        _position = at - (written - _host.Length);
        string host = _host.ToString();
        if (!host.Contains('.', StringComparison.Ordinal) || host.Contains("..", StringComparison.Ordinal))
        {
            return false;
        }

        if (!MendHost(ref host, ref start, first))
        {
            return false;
        }

        _host.Clear().Append(host);
        if (_position + 1 < _text.Length && _text[_position] == ':' && char.IsAsciiDigit(_text[_position + 1]))
        {
            int end = _position + 1;
            while (end < _text.Length && end - _position < 6 && char.IsAsciiDigit(_text[end]))
            {
                end++;
            }

            _host.Append(_text[_position..end]);
            _position = end;
        }

        return true;
    }

    /// <summary>Reads over what broke a host name in two.</summary>
    /// <returns>Where the host goes on; -1 where it is at its end.</returns>
    private readonly int JoinHost(int at)
    {
        string host = _host.ToString();
        if (host.Length == 0)
        {
            return -1;
        }

        char c = _text[at];
        if (c == ':' && at + 4 < _text.Length && HostRules.IsBrokenBefore(host + ".", _text[(at + 1)..]))
        {
            _host.Append('.');
            return at + 1;
        }

        if (!char.IsWhiteSpace(c))
        {
            return -1;
        }

        int next = SkipBlanks(at, 3);
        if (next >= _text.Length)
        {
            return -1;
        }

        if (_text[next] == '.' && next + 3 < _text.Length && HostRules.IsBrokenBefore(host + ".", _text[SkipBlanks(next + 1, 2)..]))
        {
            return next;
        }

        if (!char.IsAsciiLetterOrDigit(_text[next]))
        {
            return -1;
        }

        if (host[^1] == '.')
        {
            return HostRules.IsBrokenBefore(host, _text[next..]) || (_explicit && !EndsInDomain(host) && IsRestOfHost(next)) ? next : -1;
        }

        return host[^1] == '-' && _explicit && IsRestOfHost(next) ? next : -1;
    }

    private static bool EndsInDomain(string host)
    {
        ReadOnlySpan<char> trimmed = host.AsSpan().TrimEnd('.');
        int dot = trimmed.LastIndexOf('.');
        return dot > 0 && TopLevelDomains.IsKnown(trimmed[(dot + 1)..]);
    }

    /// <summary>Whether the next word completes a host name: it holds a full stop and a known ending.</summary>
    private readonly bool IsRestOfHost(int at)
    {
        int end = at;
        while (end < _text.Length && end - at < MaximumGlue && IsHostCharacter(_text[end]))
        {
            end++;
        }

        ReadOnlySpan<char> word = _text[at..end].TrimEnd('.');
        int dot = word.LastIndexOf('.');
        return dot > 0 && TopLevelDomains.IsKnown(word[(dot + 1)..]);
    }

    /// <summary>Takes off what is glued to a host name in front and behind.</summary>
    /// <returns>False where no host name is left.</returns>
    private bool MendHost(ref string host, ref int start, int first)
    {
        // In front: a footnote mark, or the last word of a sentence that lost its blank.
        int glue = HostRules.GlueLength(host, _explicit);
        if (glue > 0)
        {
            host = host[glue..];
            start = first == start ? start + glue : start;
        }

        int dot = host.LastIndexOf('.');
        ReadOnlySpan<char> last = host.AsSpan(dot + 1);
        if (TopLevelDomains.IsKnown(last) || (_explicit && last.Length >= 2 && IsLetters(last) && TopLevelDomains.CommonPrefixLength(last) == 0))
        {
            return dot > 0;
        }

        // Behind: a word that lost its blank, or a slash that was read as a letter.
        int ending = TopLevelDomains.CommonPrefixLength(last);
        int cut = last.Length - ending;
        if (ending == 0 || !_explicit || cut == 0)
        {
            return _explicit && last.Length >= 2 && IsLetters(last) && !host.Contains('_', StringComparison.Ordinal);
        }

        bool slash = last[ending] == 'l' && cut > 3;
        bool word = char.IsAsciiLetterUpper(_text[_position - cut]);
        if (!slash && !word)
        {
            return IsLetters(last);
        }

        host = host[..^cut];
        _position -= cut;
        if (slash)
        {
            _path.Append('/');
            _position++;
        }

        return true;
    }

    private void ReadPath(HostRule rule)
    {
        if (_host.Length == 7 && _text[_position..].StartsWith("10.5281/"))
        {
            _path.Append('/');
        }
        else if (_path.Length == 0)
        {
            int at = _position;
            if (rule.Kind == HostKind.Code && at < _text.Length && _text[at] == ':')
            {
                _path.Append('/');
                _position++;
            }
            else if (rule.Kind == HostKind.Code && SkipBlanks(at, 1) is int next && next > at && next < _text.Length && _text[next] == '/')
            {
                _position = next;
            }
            else if (at >= _text.Length || _text[at] is not ('/' or '?' or '#' or '\\' or '／'))
            {
                return;
            }
        }

        int limit = Math.Min(_text.Length, _position + MaximumPath);
        int depth = 0;
        while (_position < limit)
        {
            char c = _text[_position];
            if (PathSigns.IsPlain(c))
            {
                if (c is 'h' or 'H' && StartsWith(_position, "http") && _path.Length > 1 && !rule.HoldsAddresses && IsSchemeHere(_position))
                {
                    return;
                }

                if (c is 'g' && rule.Kind == HostKind.Code && StartsWith(_position, "github.com/") && _path.ToString().LastIndexOf('/') > 1)
                {
                    return;
                }

                _path.Append(c);
                _position++;
            }
            else if (char.IsWhiteSpace(c))
            {
                if (!JoinPath(rule))
                {
                    return;
                }
            }
            else if (c is '(' or ')')
            {
                depth += c == '(' ? 1 : -1;
                if (rule.Kind == HostKind.Code || depth < 0)
                {
                    return;
                }

                _path.Append(c);
                _position++;
            }
            else if (c == ':' && rule.Kind != HostKind.Code && _position + 1 < _text.Length && char.IsAsciiLetterOrDigit(_text[_position + 1]))
            {
                _path.Append(c);
                _position++;
            }
            else if (PathSigns.TryReadEscape(_text[_position..], out int length, out string sign))
            {
                _path.Append(sign);
                _position += length;
            }
            else
            {
                return;
            }
        }
    }

    private readonly bool IsSchemeHere(int at)
    {
        ReadOnlySpan<char> rest = _text[(at + 4)..Math.Min(_text.Length, at + 12)];
        rest = rest.Length > 0 && rest[0] is 's' or 'S' ? rest[1..] : rest;
        return rest.TrimStart().StartsWith(":");
    }

    /// <summary>Reads over blanks inside a path, where what stands on both sides shows that they do not belong there.</summary>
    private bool JoinPath(HostRule rule)
    {
        int next = SkipBlanks(_position, 3);
        if (next >= _text.Length)
        {
            return false;
        }

        int end = next;
        while (end < _text.Length && end - next < MaximumGlue && PathSigns.IsPlain(_text[end]) && _text[end] != '/')
        {
            end++;
        }

        ReadOnlySpan<char> word = _text[next..end];
        bool slash = end < _text.Length && _text[end] == '/';
        bool last = end >= _text.Length || !char.IsWhiteSpace(_text[end]) || word.EndsWith(".");
        word = word.TrimEnd('.');
        if (word.IsEmpty || word.StartsWith("http", StringComparison.OrdinalIgnoreCase) || word.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        char before = _path[^1];
        bool name = slash || last || word.ContainsAny(NameSigns) || HasInnerCapital(word);
        bool join = before switch
        {
            '/' => IsNameMissing(rule) && name && !IsProse(word, slash),
            '-' => name && char.IsAsciiLetterOrDigit(word[0]) && !IsProse(word, slash),
            '_' => char.IsAsciiLetterOrDigit(word[0]),
            '.' => word is "git" or "html" or "htm" or "pdf" or "php",
            _ => word[0] == '_' && word.Length > 1 && char.IsAsciiLetterOrDigit(word[1]),
        };
        if (!join)
        {
            return false;
        }

        if (before == '/' && _path.Length == 1 && slash && rule.Kind == HostKind.Other)
        {
            // The sign before a user's name was lost: the blank stands in its place.
            _path.Append('~');
        }

        _position = next;
        return true;
    }

    /// <summary>Whether the path read so far cannot be all of the address.</summary>
    private readonly bool IsNameMissing(HostRule rule)
    {
        int segments = 0;
        for (int i = 1; i < _path.Length; i++)
        {
            segments += _path[i] == '/' && _path[i - 1] != '/' ? 1 : 0;
        }

        return rule.Kind switch
        {
            HostKind.Code => segments < 2,
            HostKind.ModelHub => segments < 2,
            HostKind.Page when rule.ShortName == "sites.google.com" => segments < 2,
            HostKind.Page => segments < 1 && _path.Length == 1,
            _ => true,
        };
    }

    private static bool IsProse(ReadOnlySpan<char> word, bool slash) =>
        !slash && word is "and" or "or" or "for" or "to" or "as" or "in" or "on" or "is" or "are" or "along" or "with" or "We" or "Our" or "The" or "This"
            or "upon" or "soon" or "also";

    private static bool HasInnerCapital(ReadOnlySpan<char> word) => word.Length > 1 && word[1..].IndexOfAnyInRange('A', 'Z') >= 0;

    /// <summary>Takes punctuation, and a word that lost its blank, off the end.</summary>
    private int TrimEnd(HostRule rule, int hostEnd)
    {
        int end = _position;
        while (_path.Length > 0 && end > hostEnd && PathSigns.IsTrailing(_path[^1]))
        {
            _path.Length--;
            end--;
        }

        while (end > hostEnd && char.IsWhiteSpace(_text[end - 1]))
        {
            end--;
        }

        int glued = PathSigns.GluedWordLength(_path, _text[end..], rule.Kind == HostKind.Code);
        if (glued > 0)
        {
            _path.Length -= glued;
            end -= glued;
            while (_path.Length > 0 && PathSigns.IsTrailing(_path[^1]))
            {
                _path.Length--;
                end--;
            }
        }

        return end;
    }

    /// <summary>Markdown's <c>_address_</c>: the underscore behind belongs to the one before.</summary>
    private int WithoutEmphasis(int start, int end)
    {
        if (start > 0 && _text[start - 1] == '_' && _path.Length > 0 && _path[^1] == '_')
        {
            _path.Length--;
            end--;
        }

        return end;
    }

    /// <summary>Whether a host without scheme is meant as an address.</summary>
    private readonly bool IsCredible(HostRule rule, int start, int end)
    {
        string host = _host.ToString();
        bool path = _path.Length > 1;
        if (rule.Kind != HostKind.Other)
        {
            return path || rule.IsWholeAddress;
        }

        if (_text[start..(start + 1)].IndexOfAnyInRange('A', 'Z') >= 0 && !path)
        {
            return false;
        }

        ReadOnlySpan<char> last = host.AsSpan(host.LastIndexOf('.') + 1);
        if (path)
        {
            return TopLevelDomains.IsKnown(last) && host.Length >= 6 && host.IndexOf('.', StringComparison.Ordinal) > 1;
        }

        return AddressCues.MayFollow(_text[end..])
            && (TopLevelDomains.IsUnmistakable(last) ? AddressCues.Precede(_text[..start]) : AddressCues.Announce(_text[..start])
                && TopLevelDomains.IsKnown(last));
    }

    /// <summary>Widens the span over a second copy: <c>u.u</c>, or the Markdown link <c>[u](u)</c>.</summary>
    private readonly TextSpan WithCopy(TextSpan span, int floor)
    {
        ReadOnlySpan<char> written = span.In(_text);
        ReadOnlySpan<char> rest = _text[span.End..];
        if (span.Start > floor && _text[span.Start - 1] == '[' && rest.StartsWith("]("))
        {
            int close = rest[..Math.Min(rest.Length, MaximumPath)].IndexOf(')');
            ReadOnlySpan<char> target = close > 2 ? rest[2..close].Trim() : default;
            bool same = target.TrimEnd("/.").Equals(written.TrimEnd("/."), StringComparison.OrdinalIgnoreCase)
                || target.TrimEnd("/").EndsWith(written.TrimEnd("/"), StringComparison.OrdinalIgnoreCase);
            return same ? new TextSpan(span.Start - 1, span.End + close + 1) : span;
        }

        int gap = rest.Length - rest.TrimStart(".,;:").Length;
        return gap <= 2 && rest[gap..].StartsWith(written, StringComparison.OrdinalIgnoreCase)
            && (span.End + gap + written.Length == _text.Length || !PathSigns.IsPlain(_text[span.End + gap + written.Length])
                || _text[span.End + gap + written.Length] is '.' or '/')
            ? new TextSpan(span.Start, span.End + gap + written.Length)
            : span;
    }

    private static bool IsLetters(ReadOnlySpan<char> label) => label.IndexOfAnyExceptInRange('a', 'z') < 0;

    private static bool IsHostCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_';

    private readonly int EndOfWord(int at)
    {
        int end = at;
        while (end < _text.Length && IsHostCharacter(_text[end]))
        {
            end++;
        }

        return end;
    }

    private readonly int SkipBlanks(int at, int most)
    {
        int end = at;
        while (end < _text.Length && end - at < most && char.IsWhiteSpace(_text[end]))
        {
            end++;
        }

        return end;
    }

    private readonly char Peek() => _position < _text.Length ? _text[_position] : '\0';

    private readonly bool StartsWith(int at, string value) => _text[at..].StartsWith(value, StringComparison.OrdinalIgnoreCase);
}
