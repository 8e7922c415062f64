// What coders marked, laid out for measuring their agreement.

package coding

import "github.com/hasteslowly/readiness/coding/agreement"

// Markings are the spans of a material's coders under one lens, its documents laid end to end.
type Markings struct {
	Coders []string
	length int
	all    [][]agreement.Span            // by coder
	byCode map[string][][]agreement.Span // by code and coder
}

// Mark lays the documents out. Documents that nobody marked count, so agreement on leaving them alone does; those in which a coder never coded anything are left out when all is
// false, since that coder may not have read them.
func (m *Material) Mark(lens Lens, all bool) *Markings {
	k := &Markings{Coders: m.Coders(), byCode: map[string][][]agreement.Span{}}
	place := map[string]int{}
	for i, c := range k.Coders {
		place[c] = i
	}
	read := map[string]map[string]bool{}
	for _, c := range m.Codings {
		if read[c.Document] == nil {
			read[c.Document] = map[string]bool{}
		}
		read[c.Document][c.Coder] = true
	}
	start, length := map[string]int{}, map[string]int{}
	for _, c := range m.Codings {
		length[c.Document] = max(length[c.Document], c.End) // where the text is not here, it is as long as what was coded of it
	}
	for _, d := range m.Documents {
		if all || len(read[d.ID]) == len(k.Coders) {
			start[d.ID], length[d.ID] = k.length, max(length[d.ID], NewOffsets(d.Text).Len(m.Unit), 1)
			k.length += length[d.ID]
		}
	}
	as := m.reading(nil)
	k.all = make([][]agreement.Span, len(k.Coders))
	for _, i := range m.sorted(lens) {
		x := m.Codings[i]
		at, ok := start[x.Document]
		from, to := x.Start, x.End
		if from == 0 && to == 0 {
			to = length[x.Document]
		}
		if !ok || from == to {
			continue
		}
		s, by := agreement.Span{Start: at + from, End: at + to, Category: "marked"}, place[x.Coder]
		k.all[by] = unite(k.all[by], s)
		code := as(x.Code)
		if k.byCode[code] == nil {
			k.byCode[code] = make([][]agreement.Span, len(k.Coders))
		}
		k.byCode[code][by] = unite(k.byCode[code][by], s)
	}
	return k
}

// Of gives what each coder marked with a code, or with any when code is empty; spans of one coder that touch or overlap are one.
func (k *Markings) Of(code string) agreement.Continuum {
	c := agreement.Continuum{Length: k.length, Coders: k.all}
	if code != "" {
		c.Coders = make([][]agreement.Span, len(k.Coders))
		copy(c.Coders, k.byCode[code])
	}
	return c
}

// unite adds a span that starts no earlier than the last.
func unite(spans []agreement.Span, s agreement.Span) []agreement.Span {
	if n := len(spans); n > 0 && spans[n-1].End >= s.Start {
		spans[n-1].End = max(spans[n-1].End, s.End)
		return spans
	}
	return append(spans, s)
}
