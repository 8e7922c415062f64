// Relations that make forces: factors felt with both signs, and challenges with the drivers that counteract them. They propose; people decide.

package coding

import (
	"cmp"
	"maps"
	"slices"

	"github.com/hasteslowly/readiness/framework"
)

// A Window says what counts as together.
type Window struct {
	// Within is a number of positions between two codings of a document; 0 takes the whole document.
	Within int
	// Least is how many documents a factor or pair must be in to be looked at: 2 when 0.
	Least int
}

// A TwoSidedFactor is a code that was coded as challenge and as driver.
type TwoSidedFactor struct {
	Code string `json:"code"`
	// Challenge, Driver and Both count documents: with it as challenge alone, as driver alone, as both.
	Challenge int `json:"challenge"`
	Driver    int `json:"driver"`
	Both      int `json:"both"`
	// GoesWith says which attributes go with the sign, strongest evidence first; an odds ratio above 1 says that with the attribute it is rather a challenge.
	GoesWith []SignWith `json:"goes_with"`
	// Codings are the evidence: positions in Material.Codings.
	Codings []int `json:"codings"`
}

// A SignWith is the association of a factor's sign with an attribute.
type SignWith struct {
	Attribute   string      `json:"attribute"`
	Value       string      `json:"value"`
	Association Association `json:"association"`
}

// A CounterPair is a challenge and a driver that occur together, or of which a source says that one counteracts the other.
type CounterPair struct {
	Challenge string `json:"challenge"`
	Driver    string `json:"driver"`
	// Said counts documents that say so; Together documents in which both lie within the window.
	Said     int `json:"said"`
	Together int `json:"together"`
	// Association is over documents.
	Association Association `json:"association"`
	// Documents are those in which they are together, or said to counteract.
	Documents []string `json:"documents"`
}

// Relations are proposals with their evidence.
type Relations struct {
	// Looked says how many associations the corrections are for: signs with attributes, and pairs.
	LookedSigns  int              `json:"looked_signs"`
	LookedPairs  int              `json:"looked_pairs"`
	Ambivalent   []TwoSidedFactor `json:"ambivalent"`
	Oppositional []CounterPair    `json:"oppositional"`
}

// Relate looks for both kinds. as maps a code to the one to count it as (its parameter, its theme); nil counts codes as they are.
//
// A pair is proposed when a source says that the driver counteracts the challenge, or when they occur together more often than apart: association above 1
// with Q of 0.1 or less. Factors and pairs are ordered by how many documents say so, then by Q, then by name.
func Relate(m *Material, w Window, as func(code string) string) Relations {
	if w.Least == 0 {
		w.Least = 2
	}
	s := scan(m, m.reading(as))
	var r Relations
	r.ambivalent(m, s, w)
	r.oppositional(s, w)
	return r
}

// scanned is the signed codings of a material by code and document.
type scanned struct {
	documents []string
	byCode    map[string]map[string][]int // code, document -> positions of codings
	said      map[[2]string]map[string]bool
	material  *Material
	attribute map[string]map[string]string // of documents, from their cases
}

func scan(m *Material, as func(string) string) scanned {
	s := scanned{byCode: map[string]map[string][]int{}, said: map[[2]string]map[string]bool{}, material: m, attribute: map[string]map[string]string{}}
	attributes := map[string]map[string]string{}
	for _, c := range m.Cases {
		attributes[c.ID] = c.Attributes
	}
	for _, d := range m.Documents {
		s.documents = append(s.documents, d.ID)
		s.attribute[d.ID] = attributes[d.Case]
	}
	for i, c := range m.Codings {
		if c.Sign == 0 {
			continue
		}
		code := as(c.Code)
		if s.byCode[code] == nil {
			s.byCode[code] = map[string][]int{}
		}
		s.byCode[code][c.Document] = append(s.byCode[code][c.Document], i)
		if c.Counters != "" {
			pair := [2]string{as(c.Counters), code}
			if s.said[pair] == nil {
				s.said[pair] = map[string]bool{}
			}
			s.said[pair][c.Document] = true
		}
	}
	return s
}

// signIn gives how a code is felt in a document.
func (s scanned) signIn(code, document string) framework.Pole {
	sign := framework.Pole(0)
	for _, i := range s.byCode[code][document] {
		switch x := s.material.Codings[i].Sign; {
		case sign == 0:
			sign = x
		case sign != x:
			sign = framework.Both
		}
	}
	return sign
}

func (r *Relations) ambivalent(m *Material, s scanned, w Window) {
	var looked []*Association
	for _, code := range slices.Sorted(maps.Keys(s.byCode)) {
		f := TwoSidedFactor{Code: code}
		for _, d := range s.documents {
			switch s.signIn(code, d) {
			case framework.Challenge:
				f.Challenge++
			case framework.Driver:
				f.Driver++
			case framework.Both:
				f.Both++
			}
			f.Codings = append(f.Codings, s.byCode[code][d]...)
		}
		if f.Both == 0 && (f.Challenge == 0 || f.Driver == 0) || f.Challenge+f.Driver+f.Both < w.Least {
			continue
		}
		f.GoesWith = signsWith(m, s, f)
		r.Ambivalent = append(r.Ambivalent, f)
	}
	for i := range r.Ambivalent {
		for j := range r.Ambivalent[i].GoesWith {
			looked = append(looked, &r.Ambivalent[i].GoesWith[j].Association)
		}
	}
	correct(looked)
	r.LookedSigns = len(looked)
	for _, f := range r.Ambivalent {
		slices.SortStableFunc(f.GoesWith, func(a, b SignWith) int {
			return cmp.Or(cmp.Compare(a.Association.P, b.Association.P), cmp.Compare(a.Attribute, b.Attribute), cmp.Compare(a.Value, b.Value))
		})
	}
	slices.SortStableFunc(r.Ambivalent, func(a, b TwoSidedFactor) int {
		return cmp.Or(cmp.Compare(b.Both+min(b.Challenge, b.Driver), a.Both+min(a.Challenge, a.Driver)), cmp.Compare(a.Code, b.Code))
	})
}

// signsWith crosses the sign of a factor's codings, those of both signs left out, with each attribute value that some but not all have.
func signsWith(m *Material, s scanned, f TwoSidedFactor) []SignWith {
	type key struct{ attribute, value string }
	type count struct{ challenge, driver int }
	counts := map[key]*count{}
	named := map[string]*count{} // by attribute, whatever its value
	for _, i := range f.Codings {
		c := m.Codings[i]
		attributes := maps.Clone(s.attribute[c.Document])
		if attributes == nil {
			attributes = map[string]string{}
		}
		maps.Copy(attributes, c.Attributes)
		for a, v := range attributes {
			k := key{a, v}
			if counts[k] == nil {
				counts[k] = &count{}
			}
			if named[a] == nil {
				named[a] = &count{}
			}
			switch c.Sign {
			case framework.Challenge:
				counts[k].challenge++
				named[a].challenge++
			case framework.Driver:
				counts[k].driver++
				named[a].driver++
			}
		}
	}
	var all []SignWith
	for k, n := range counts {
		rest := count{named[k.attribute].challenge - n.challenge, named[k.attribute].driver - n.driver}
		if n.challenge+n.driver == 0 || rest.challenge+rest.driver == 0 || n.challenge+rest.challenge == 0 || n.driver+rest.driver == 0 {
			continue
		}
		all = append(all, SignWith{k.attribute, k.value, Associate(n.challenge, n.driver, rest.challenge, rest.driver)})
	}
	slices.SortFunc(all, func(a, b SignWith) int {
		return cmp.Or(cmp.Compare(a.Attribute, b.Attribute), cmp.Compare(a.Value, b.Value))
	})
	return all
}
