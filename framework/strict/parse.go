// Parse: JSON text into nodes that remember where they stand.

package strict

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

type kind uint8

const (
	object kind = iota
	array
	str
	number
	boolean
	null
)

func (k kind) String() string {
	return [...]string{"an object", "an array", "a string", "a number", "true or false", "null"}[k]
}

// A node is one JSON value. Children are a linked list by index into the parser's arena; none is -1.
type node struct {
	key, text  string // of an object's member, of a string
	keyAt      int32  // offset of the key
	start, end int32
	child      int32
	next       int32
	kind       kind
}

type parser struct {
	*text
	limits   Limits
	pos      int
	nodes    []node
	names    map[string]string // keys met, so that each is kept once
	problems []Problem
}

// A syntax error ends the parse: what follows cannot be told apart any more.
type syntaxError struct{ Problem }

// parse returns the arena, whose first node is the root, and every problem found. The arena is nil when the text has no tree.
func parse(t *text, limits Limits) (nodes []node, problems []Problem) {
	p := &parser{text: t, limits: limits, nodes: make([]node, 0, len(t.data)/16+8), names: map[string]string{}}
	defer func() {
		switch stop := recover().(type) {
		case nil:
		case syntaxError:
			nodes, problems = nil, append(p.problems, stop.Problem)
		default:
			panic(stop)
		}
	}()
	p.space()
	if p.pos == len(p.data) {
		p.fail(p.pos, "is empty", "give a JSON object")
	}
	p.value(1)
	p.space()
	if p.pos < len(p.data) {
		p.fail(p.pos, "has more after its end", "remove what follows the last bracket")
	}
	return p.nodes, p.problems
}

func (p *parser) fail(at int, what, cure string) {
	line, column := p.place(at)
	panic(syntaxError{Problem{Line: line, Column: column, What: what, Cure: cure}})
}

func (p *parser) report(at int, what, cure string) {
	line, column := p.place(at)
	p.problems = append(p.problems, Problem{Line: line, Column: column, What: what, Cure: cure})
	if len(p.problems) >= p.limits.Problems {
		p.fail(at, "has too many problems to go on", "mend those above first")
	}
}

func (p *parser) space() {
	for p.pos < len(p.data) {
		switch p.data[p.pos] {
		case ' ', '\t', '\n', '\r':
			p.pos++
		default:
			return
		}
	}
}

// value parses one value at the given depth and returns its index.
func (p *parser) value(depth int) int {
	p.space()
	if depth > p.limits.Depth {
		p.fail(p.pos, fmt.Sprintf("is nested deeper than %d", p.limits.Depth), "flatten it")
	}
	if len(p.nodes) >= p.limits.Values {
		p.fail(p.pos, fmt.Sprintf("has more than %d values", p.limits.Values), "split it, or raise the limit on values")
	}
	index := len(p.nodes)
	p.nodes = append(p.nodes, node{start: int32(p.pos), child: -1, next: -1})
	var k kind
	switch c := p.peek(); {
	case c == '{':
		k = object
		p.members(index, depth)
	case c == '[':
		k = array
		p.elements(index, depth)
	case c == '"':
		k = str
		text := p.quoted(nil)
		p.nodes[index].text = text
	case c == '-' || c >= '0' && c <= '9':
		k = number
		p.number()
	default:
		k = p.word()
	}
	p.nodes[index].kind, p.nodes[index].end = k, int32(p.pos)
	return index
}

func (p *parser) peek() byte {
	if p.pos == len(p.data) {
		p.fail(p.pos, "ends too early", "check that the file is complete and every bracket and quote is closed")
	}
	return p.data[p.pos]
}

func (p *parser) members(parent, depth int) {
	p.pos++
	seen := keys{}
	for last := -1; ; {
		p.space()
		if last < 0 && p.peek() == '}' {
			p.pos++
			return
		}
		if p.peek() != '"' {
			p.fail(p.pos, "expected a key in double quotes", "quote the key, and remove a comma before }")
		}
		at := p.pos
		key := p.quoted(p.names)
		if seen.add(key) {
			p.report(at, fmt.Sprintf("key %q is given twice", key), "keep one")
		}
		p.space()
		if p.peek() != ':' {
			p.fail(p.pos, "expected a colon after the key", "write \"key\": value")
		}
		p.pos++
		index := p.value(depth + 1)
		p.nodes[index].key, p.nodes[index].keyAt = key, int32(at)
		last = p.link(parent, last, index)
		if p.closed('}') {
			return
		}
	}
}

func (p *parser) elements(parent, depth int) {
	p.pos++
	for last := -1; ; {
		p.space()
		if last < 0 && p.peek() == ']' {
			p.pos++
			return
		}
		last = p.link(parent, last, p.value(depth+1))
		if p.closed(']') {
			return
		}
	}
}

func (p *parser) link(parent, last, index int) int {
	if last < 0 {
		p.nodes[parent].child = int32(index)
	} else {
		p.nodes[last].next = int32(index)
	}
	return index
}

// closed reads a comma, or the closing bracket and returns true.
func (p *parser) closed(bracket byte) bool {
	p.space()
	switch p.peek() {
	case ',':
		p.pos++
		return false
	case bracket:
		p.pos++
		return true
	}
	p.fail(p.pos, fmt.Sprintf("expected a comma or %c", bracket), "check the value before")
	return false
}

// quoted reads a string and returns its text, the one in known if it is there. The text's UTF-8 is valid already; escapes are checked here.
func (p *parser) quoted(known map[string]string) string {
	start, escaped := p.pos, false
	for p.pos++; p.peek() != '"'; p.pos++ {
		switch c := p.data[p.pos]; {
		case c == '\\':
			escaped = true
			p.pos++
			p.peek()
		case c < 0x20:
			p.fail(p.pos, "has a line break or control character inside a string", "write \\n, or close the quote")
		}
	}
	p.pos++
	raw := p.data[start:p.pos]
	if text, ok := known[string(raw[1:len(raw)-1])]; ok && !escaped {
		return text
	}
	text := string(raw[1 : len(raw)-1])
	if known != nil && !escaped && len(known) < 1000 && strings.IndexFunc(text, Control) < 0 {
		known[text] = text
	}
	if escaped {
		if err := json.Unmarshal(raw, &text); err != nil {
			p.fail(start, "has a backslash that JSON does not know", "double the backslash")
		}
		if strings.ContainsRune(text, utf8.RuneError) {
			p.report(start, "has half of a surrogate pair or a replacement character", "write the character itself")
		}
	}
	if i := strings.IndexFunc(text, Control); i >= 0 {
		r, _ := utf8.DecodeRuneInString(text[i:])
		p.report(start, fmt.Sprintf("has the control character U+%04X", r), "remove it")
	}
	return text
}

func (p *parser) number() {
	start := p.pos
	for p.pos < len(p.data) && numeric(p.data[p.pos]) {
		p.pos++
	}
	if !json.Valid(p.data[start:p.pos]) {
		p.fail(start, fmt.Sprintf("%.40q is no JSON number", p.data[start:p.pos]), "write it like 12 or -0.5")
	}
}

func numeric(c byte) bool {
	return c >= '0' && c <= '9' || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E'
}

func (p *parser) word() kind {
	for _, w := range [...]struct {
		text string
		kind kind
	}{{"true", boolean}, {"false", boolean}, {"null", null}} {
		if len(p.data)-p.pos >= len(w.text) && string(p.data[p.pos:p.pos+len(w.text)]) == w.text {
			p.pos += len(w.text)
			return w.kind
		}
	}
	p.fail(p.pos, "expected a value", "a value is \"text\", a number, true, false, [...] or {...}")
	return null
}

// keys remembers the keys of one object: a short list first, a map when it grows.
type keys struct {
	few  []string
	many map[string]bool
}

// add reports whether the key was there already.
func (k *keys) add(key string) bool {
	if k.many == nil && len(k.few) < 16 {
		if slices.Contains(k.few, key) {
			return true
		}
		k.few = append(k.few, key)
		return false
	}
	if k.many == nil {
		k.many = map[string]bool{}
		for _, f := range k.few {
			k.many[f] = true
		}
	}
	twice := k.many[key]
	k.many[key] = true
	return twice
}
