// Texts: finding them, and reading positions in them as their program counted.

package refi

import (
	"bytes"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hasteslowly/readiness/coding"
)

// File gives the file that a path names, internal://name as a rule, by name without regard to case.
func (p *Project) File(path string) ([]byte, bool) {
	name := strings.TrimPrefix(path, "internal://")
	if folder, rest, ok := strings.Cut(name, "/"); ok && strings.EqualFold(folder, "sources") {
		name = rest
	}
	i := slices.IndexFunc(p.Files, func(f File) bool { return strings.EqualFold(f.Name, name) })
	if i < 0 {
		return nil, false
	}
	return p.Files[i].Data, true
}

// Raw gives the text of a source or note as its program wrote it.
func (p *Project) Raw(t *Text) ([]byte, bool) {
	if t.Content != nil {
		return []byte(*t.Content), true
	}
	if t.PlainTextPath == "" {
		return nil, false
	}
	return p.File(t.PlainTextPath)
}

// missing warns of files that a source names and the archive does not have.
func (p *Project) missing(r *Report) {
	if p.Sources == nil {
		return
	}
	check := func(path, file string) {
		if file == "" || strings.HasPrefix(file, "relative://") || strings.HasPrefix(file, "absolute://") {
			return
		}
		if !strings.HasPrefix(file, "internal://") {
			r.warn(path, "is a path without internal://")
		}
		if _, ok := p.File(file); !ok {
			r.warn(path, "names a file that is not in the archive")
		}
	}
	for _, s := range p.Sources.List {
		switch {
		case s.Text != nil:
			check("Project/Sources/TextSource/@plainTextPath", s.Text.PlainTextPath)
			check("Project/Sources/TextSource/@richTextPath", s.Text.RichTextPath)
		case s.PDF != nil:
			check("Project/Sources/PDFSource/@path", s.PDF.Path)
		case s.Picture != nil:
			check("Project/Sources/PictureSource/@path", s.Picture.Path)
		}
	}
}

// A Reading is how a program counts positions in a text.
type Reading struct {
	Unit coding.Unit
	// OneEnd counts the two characters at the end of a line, CR and LF, as one.
	OneEnd bool
	// Mark counts the byte order mark at the beginning.
	Mark bool
}

// String says it in words.
func (r Reading) String() string {
	s := r.Unit.String() + ", line ends as two"
	if r.OneEnd {
		s = r.Unit.String() + ", line ends as one"
	}
	if r.Mark {
		s += ", byte order mark counted"
	}
	return s
}

// A Fit is how well a reading suits the selections of a text.
type Fit struct {
	Reading Reading
	// LineStarts and LineEnds count selections that begin where a line begins, and end where one ends; Words counts beginnings and ends where a word begins or ends.
	LineStarts, LineEnds, Words int
	// Outside counts selections that do not lie in the text.
	Outside int
}

// Detect tries all readings of a text's selections, the best first: the fewest outside, then the most that begin and end with words, then with lines; then the standard's own.
func Detect(raw []byte, selections []TextSelection) []Fit {
	var fits []Fit
	for _, mark := range []bool{false, true} {
		for _, one := range []bool{false, true} {
			for _, unit := range []coding.Unit{coding.Runes, coding.UTF16} {
				fits = append(fits, newPlaces(raw, Reading{unit, one, mark}).fit(selections))
			}
		}
	}
	sort.SliceStable(fits, func(i, j int) bool {
		a, b := fits[i], fits[j]
		if a.Outside != b.Outside {
			return a.Outside < b.Outside
		}
		if a.Words != b.Words {
			return a.Words > b.Words
		}
		return a.LineStarts+a.LineEnds > b.LineStarts+b.LineEnds
	})
	return fits
}

// places joins positions of a reading to those of the plain text: runes, one a line end, without the mark.
type places struct {
	reading Reading
	plain   []rune
	at      []int32 // of each position of the reading, its rune in plain; -1 inside a character
}

func newPlaces(raw []byte, r Reading) *places {
	p := &places{reading: r}
	text := raw
	if bytes.HasPrefix(raw, []byte("\ufeff")) {
		text = raw[3:]
		if r.Mark {
			p.at = append(p.at, 0)
		}
	}
	for i := 0; i < len(text); {
		c, size := utf8.DecodeRune(text[i:])
		i += size
		here := int32(len(p.plain))
		if c == '\r' {
			if i < len(text) && text[i] == '\n' {
				if !r.OneEnd {
					p.at = append(p.at, here)
				}
				continue // the line feed stands for both
			}
			c = '\n'
		}
		p.at = append(p.at, here)
		if r.Unit == coding.UTF16 && c > 0xffff {
			p.at = append(p.at, -1)
		}
		p.plain = append(p.plain, c)
	}
	p.at = append(p.at, int32(len(p.plain)))
	return p
}

// find gives the rune of a position.
func (p *places) find(position Int) (int, bool) {
	if position < 0 || position >= Int(len(p.at)) || p.at[position] < 0 {
		return 0, false
	}
	return int(p.at[position]), true
}

func (p *places) fit(selections []TextSelection) Fit {
	f := Fit{Reading: p.reading}
	for _, s := range selections {
		start, ok := p.find(s.Start)
		end, good := p.find(s.End)
		if !ok || !good || start > end {
			f.Outside++
			continue
		}
		if start == 0 || p.plain[start-1] == '\n' {
			f.LineStarts++
		}
		if end == len(p.plain) || p.plain[end] == '\n' {
			f.LineEnds++
		}
		if p.wordBoundary(start) {
			f.Words++
		}
		if p.wordBoundary(end) {
			f.Words++
		}
	}
	return f
}

// wordBoundary says that a position does not part a word.
func (p *places) wordBoundary(at int) bool {
	if at == 0 || at == len(p.plain) {
		return true
	}
	part := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }
	return !part(p.plain[at-1]) || !part(p.plain[at])
}

// A Segment is a stretch of a text with all the codings that lie on just it.
type Segment struct {
	Start, End Int
	Codings    []Coding
}

// Segments unites selections of the same stretch, in the order of their first.
func (t *Text) Segments() []Segment {
	at := map[[2]Int]int{}
	var all []Segment
	for _, s := range t.Selections {
		k := [2]Int{s.Start, s.End}
		i, ok := at[k]
		if !ok {
			i = len(all)
			at[k] = i
			all = append(all, Segment{Start: s.Start, End: s.End})
		}
		all[i].Codings = append(all[i].Codings, s.Codings...)
	}
	return all
}
