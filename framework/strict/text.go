// Text: the input as characters. Byte order marks, encodings, and the line and column of an offset.

package strict

import (
	"bytes"
	"fmt"
	"sort"
	"unicode/utf8"
)

// A text is an input that is known to be UTF-8, with the starts of its lines.
type text struct {
	data  []byte
	lines []int // offset of each line's first byte
}

// newText strips a UTF-8 byte order mark and checks the encoding.
func newText(data []byte) (*text, []Problem) {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	t := &text{data: data, lines: []int{0}}
	for i, b := range data {
		if b == '\n' {
			t.lines = append(t.lines, i+1)
		}
	}
	if utf8.Valid(data) && bytes.IndexByte(data, 0) < 0 {
		return t, nil
	}
	if utf16 := bytes.HasPrefix(data, []byte{0xff, 0xfe}) || bytes.HasPrefix(data, []byte{0xfe, 0xff}); utf16 {
		return t, []Problem{{What: "is UTF-16", Cure: "save it as UTF-8"}}
	}
	at := bytes.IndexByte(data, 0)
	what := "has a zero byte"
	for i := 0; i < len(data) && (at < 0 || i < at); {
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			at, what = i, fmt.Sprintf("byte 0x%02x is not UTF-8", data[i])
			break
		}
		i += n
	}
	line, column := t.place(at)
	return t, []Problem{{Line: line, Column: column, What: what, Cure: "save it as UTF-8"}}
}

// place gives the line and column of a byte offset, both from 1, the column in characters.
func (t *text) place(offset int) (line, column int) {
	offset = min(offset, len(t.data))
	line = sort.SearchInts(t.lines, offset+1)
	return line, utf8.RuneCount(t.data[t.lines[line-1]:offset]) + 1
}

// Control reports a character that has no business in a text and could drive a terminal. Tabs and line feeds are none; a
// carriage return is one, since CSV cannot carry it.
func Control(r rune) bool {
	return r < 0x20 && r != '\n' && r != '\t' || r >= 0x7f && r < 0xa0
}
