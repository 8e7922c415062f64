// Marshal: the canonical form of what this module writes.

package strict

import (
	"bytes"
	"encoding/json"
)

// Marshal gives v as JSON in the one form this module writes: two spaces of indent, keys in the order of the Go fields, no
// escaping for HTML, a line break at the end. It panics when v cannot be written as JSON, which is a programming mistake.
func Marshal(v any) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil {
		panic("strict: " + err.Error())
	}
	return b.Bytes()
}
