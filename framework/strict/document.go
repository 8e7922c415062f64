// Documents: a parsed JSON text that can still say where a path stands.

package strict

import (
	"strconv"
	"strings"
)

// A Document is a JSON text that was read.
type Document struct {
	*text
	nodes []node
}

// Locate gives problems the line and column of their paths, and sorts them by place. A path that is not in the text
// takes the place of its nearest ancestor that is.
func (d *Document) Locate(problems []Problem) []Problem {
	placed := make([]Problem, len(problems))
	for i, p := range problems {
		if p.Line == 0 {
			p.Line, p.Column = d.place(d.offset(p.Path))
		}
		placed[i] = p
	}
	return ByPlace(placed)
}

// offset finds the start of the value at path, or of its nearest ancestor.
func (d *Document) offset(path string) int {
	at := 0
	for _, step := range strings.FieldsFunc(path, func(r rune) bool { return r == '.' || r == '[' || r == ']' }) {
		c := d.step(at, step)
		if c < 0 {
			break
		}
		at = c
	}
	return int(d.nodes[at].start)
}

func (d *Document) step(at int, step string) int {
	wanted, err := strconv.Atoi(step)
	i := 0
	for c := int(d.nodes[at].child); c >= 0; c = int(d.nodes[c].next) {
		if d.nodes[at].kind == array && err == nil && i == wanted || d.nodes[at].kind == object && d.nodes[c].key == step {
			return c
		}
		i++
	}
	return -1
}
