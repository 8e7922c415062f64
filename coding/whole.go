// From a ledger's state to material: each source a document and a case, each merged raw parameter a coding of the whole document.

package coding

import "github.com/hasteslowly/readiness/framework"

// Material gives what the state placed, so that relations, matrix and saturation can be asked of it. The codebook has types at the top and parameters
// below; a case has its source's kind and what was seen of it; the driver half of a factor that a source reports with both signs counters its challenge half.
func (s *State) Material(coder string) *Material {
	m := &Material{Format: MaterialFormat}
	for _, a := range s.accounts {
		m.Cases = append(m.Cases, Case{ID: a.ID, Name: a.Citation, Attributes: map[string]string{"kind": a.Kind, "seen": a.Seen}})
		m.Documents = append(m.Documents, Document{ID: a.ID, Name: a.Citation, Case: a.ID})
	}
	types := map[string]bool{}
	for _, id := range s.made {
		p := s.parameters[id]
		if !types[p.Type] {
			types[p.Type] = true
			m.Codebook = append(m.Codebook, CodeChange{Op: AddCode, ID: p.Type, Name: p.Type})
		}
		m.Codebook = append(m.Codebook, CodeChange{Op: AddCode, ID: id, Name: p.Name, Description: p.Meaning, Parent: p.Type})
	}
	for _, f := range s.Fates() {
		if f.Parameter == "" {
			continue
		}
		c := Coding{Document: f.Raw.Source, Code: f.Parameter, Coder: coder, Sign: f.Raw.Sign, Memo: f.Raw.Name}
		if whole := wholeOf(f.Raw.ID); whole != f.Raw.ID && f.Raw.Sign == framework.Driver {
			c.Counters = s.fates[whole+"/challenge"].Parameter
		}
		m.Codings = append(m.Codings, c)
	}
	return m
}

// Material gives evidence as it was first coded: each name a code of its own, with its sign.
func (e Evidence) Material(coder string) *Material {
	m := &Material{Format: MaterialFormat}
	known := map[string]bool{}
	for _, a := range e.Accounts {
		m.Cases = append(m.Cases, Case{ID: a.ID, Name: a.Citation, Attributes: map[string]string{"kind": a.Kind, "seen": a.Seen}})
		m.Documents = append(m.Documents, Document{ID: a.ID, Name: a.Citation, Case: a.ID})
	}
	for _, r := range Raws(e.Accounts) {
		if !known[r.Name] {
			known[r.Name] = true
			m.Codebook = append(m.Codebook, CodeChange{Op: AddCode, ID: r.Name, Name: r.Name})
		}
		m.Codings = append(m.Codings, Coding{Document: r.Source, Code: r.Name, Coder: coder, Sign: r.Sign, Memo: r.Note})
	}
	return m
}
