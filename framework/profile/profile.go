// Profiles: a checked definition, indexed for scoring.

package profile

import (
	"cmp"
	"iter"
	"slices"

	"github.com/hasteslowly/readiness/framework"
	"github.com/hasteslowly/readiness/framework/strict"
)

// A Profile is immutable and safe for concurrent use. Its index does not depend on the order of observations, respondents or
// perspectives: parameters, perspectives and respondents are sorted by id.
type Profile struct {
	def          Definition
	parameters   []string
	perspectives []string
	respondents  []person
	sizes        []int // respondents by perspective
	answers      []Answer
	order        []int32 // observation numbers, grouped by answer
	cells        []Cell
	contradicted []bool // by observation
}

// A person is a respondent with the number of its perspective.
type person struct {
	id          string
	perspective int
}

// New checks a definition and indexes a copy of it. All problems come at once, as a [*strict.Error] whose paths are those of the
// definition's JSON.
func New(d Definition) (*Profile, error) {
	if problems := check(d); len(problems) > 0 {
		return nil, strict.Fail("profile", problems)
	}
	return index(d.clone()), nil
}

// CheckAgainst reports every observation that rates something the catalogue does not have.
func (p *Profile) CheckAgainst(c *framework.Catalogue) error {
	return strict.Fail("profile", checkAgainst(p.def, c))
}

// Definition returns a copy of all the profile holds.
func (p *Profile) Definition() Definition { return p.def.clone() }

// Project describes what is assessed.
func (p *Profile) Project() Project {
	project := p.def.Project
	project.Sources = slices.Clone(project.Sources)
	return project
}

// Effort gives the declared share of an area, and whether effort was declared at all. Shares add up to 1.
func (p *Profile) Effort(area framework.Area) (share float64, declared bool) {
	total := 0.0
	for _, a := range framework.Areas() {
		total += p.def.Effort[a]
	}
	if total == 0 {
		return 0, false
	}
	return p.def.Effort[area] / total, true
}

// Parameters lists the ids that observations rate, sorted; a cell's Parameter is an index into it.
func (p *Profile) Parameters() []string { return slices.Clone(p.parameters) }

// Perspectives lists the ids of perspectives, declared or used, sorted; a cell's Perspective is an index into it.
func (p *Profile) Perspectives() []string { return slices.Clone(p.perspectives) }

// PerspectiveName gives the name for people of the perspective with an id, or the id.
func (p *Profile) PerspectiveName(id string) string {
	for _, d := range p.def.Perspectives {
		if d.ID == id && d.Name != "" {
			return d.Name
		}
	}
	return id
}

// Size is the number of respondents in a perspective.
func (p *Profile) Size(perspective int) int { return p.sizes[perspective] }

// Respondents is the number of respondents; they are numbered perspective by perspective, sorted by id.
func (p *Profile) Respondents() int { return len(p.respondents) }

// Respondent gives a respondent's id and perspective.
func (p *Profile) Respondent(i int) (id string, perspective int) {
	return p.respondents[i].id, p.respondents[i].perspective
}

// Observations is the number of observations.
func (p *Profile) Observations() int { return len(p.def.Observations) }

// Observation returns one, numbered as in the definition.
func (p *Profile) Observation(i int) Observation { return p.def.Observations[i] }

// Contradicted reports whether another observation by the same respondent, on the same parameter, context and goal, says something else.
func (p *Profile) Contradicted(i int) bool { return p.contradicted[i] }

// Cells yields the answers by parameter and perspective, in that order. Cells without observations are not there.
func (p *Profile) Cells() iter.Seq[*Cell] {
	return func(yield func(*Cell) bool) {
		for i := range p.cells {
			if !yield(&p.cells[i]) {
				return
			}
		}
	}
}

// index builds the profile; d has passed check.
func index(d Definition) *Profile {
	p := &Profile{def: d}
	p.indexPeople()
	b := newBuilder(p)
	for i := range d.Observations {
		b.add(int32(i), &d.Observations[i])
	}
	b.build()
	return p
}

func (p *Profile) indexPeople() {
	for _, x := range p.def.Perspectives {
		p.perspectives = append(p.perspectives, x.ID)
	}
	for _, r := range p.def.Respondents {
		p.perspectives = append(p.perspectives, r.Perspective)
	}
	slices.Sort(p.perspectives)
	p.perspectives = slices.Compact(p.perspectives)
	p.sizes = make([]int, len(p.perspectives))
	for _, r := range p.def.Respondents {
		k, _ := slices.BinarySearch(p.perspectives, r.Perspective)
		p.sizes[k]++
		p.respondents = append(p.respondents, person{r.ID, k})
	}
	slices.SortFunc(p.respondents, func(a, b person) int {
		return cmp.Or(cmp.Compare(a.perspective, b.perspective), cmp.Compare(a.id, b.id))
	})
}
