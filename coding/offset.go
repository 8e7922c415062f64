// Offsets: what a position in a text counts, and how one count is turned into another.

package coding

import (
	"fmt"
	"slices"
	"unicode/utf8"
)

// A Unit is what a position counts.
type Unit uint8

// The units. A position lies between characters: 0 is before the first, and the end of a span is not in it.
const (
	// Runes counts Unicode code points, as the REFI-QDA standard says.
	Runes Unit = iota
	// Bytes counts bytes of UTF-8, as Go does.
	Bytes
	// UTF16 counts 16-bit units, as Windows, Java, JavaScript and NVivo do: characters beyond U+FFFF count 2.
	UTF16
)

var unitNames = []string{"runes", "bytes", "utf-16"}

// String gives the name.
func (u Unit) String() string {
	if int(u) < len(unitNames) {
		return unitNames[u]
	}
	return fmt.Sprintf("unit %d", u)
}

// ParseUnit reads a name.
func ParseUnit(s string) (Unit, error) {
	if i := slices.Index(unitNames, s); i >= 0 {
		return Unit(i), nil
	}
	return 0, fmt.Errorf("%q is no unit of positions: use runes, bytes or utf-16", s)
}

// MarshalText gives the name.
func (u Unit) MarshalText() ([]byte, error) { return []byte(u.String()), nil }

// UnmarshalText reads a name.
func (u *Unit) UnmarshalText(text []byte) error {
	parsed, err := ParseUnit(string(text))
	*u = parsed
	return err
}

// Offsets converts positions in one text. It is made once; a conversion then looks at no more than a stretch of the text.
type Offsets struct {
	text  string
	marks []mark // every stride bytes
	end   mark
}

type mark struct{ bytes, runes, utf16 int }

const stride = 512

// NewOffsets prepares a text. Bytes that are not UTF-8 count as one character each, as in Go.
func NewOffsets(text string) *Offsets {
	o := &Offsets{text: text, marks: make([]mark, 0, len(text)/stride+1)}
	var at mark
	for i, r := range text {
		at.bytes = i
		if i >= len(o.marks)*stride {
			o.marks = append(o.marks, at)
		}
		at.runes++
		at.utf16 += wide(r)
	}
	at.bytes = len(text)
	o.end = at
	return o
}

func wide(r rune) int {
	if r > 0xffff {
		return 2
	}
	return 1
}

func (m mark) in(u Unit) int {
	switch u {
	case Bytes:
		return m.bytes
	case UTF16:
		return m.utf16
	}
	return m.runes
}

// Len is the length of the text in a unit.
func (o *Offsets) Len(u Unit) int { return o.end.in(u) }

// Convert turns a position from one unit into another. A position outside the text, or inside a character, is an error.
func (o *Offsets) Convert(position int, from, to Unit) (int, error) {
	if position < 0 || position > o.Len(from) {
		return 0, fmt.Errorf("position %d is outside the text of %d %s", position, o.Len(from), from)
	}
	if position == o.Len(from) {
		return o.end.in(to), nil
	}
	i, found := slices.BinarySearchFunc(o.marks, position, func(m mark, p int) int { return m.in(from) - p })
	if !found {
		i--
	}
	at := o.marks[i]
	for at.in(from) < position {
		r, size := utf8.DecodeRuneInString(o.text[at.bytes:])
		at.bytes += size
		at.runes++
		at.utf16 += wide(r)
	}
	if at.in(from) != position {
		return 0, fmt.Errorf("position %d (%s) is inside a character", position, from)
	}
	return at.in(to), nil
}

// Slice gives the text between two positions.
func (o *Offsets) Slice(start, end int, u Unit) (string, error) {
	a, err := o.Convert(start, u, Bytes)
	if err != nil {
		return "", err
	}
	b, err := o.Convert(end, u, Bytes)
	if err != nil {
		return "", err
	}
	if a > b {
		return "", fmt.Errorf("the end, %d, is before the start, %d", end, start)
	}
	return o.text[a:b], nil
}
