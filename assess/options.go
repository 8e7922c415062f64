// Options: what a user may decide differently.

package assess

import (
	"fmt"
	"maps"
	"math"
	"slices"

	"github.com/hasteslowly/readiness/framework"
	"github.com/hasteslowly/readiness/framework/strict"
)

// MethodVersion changes when the same profile and catalogue would give other numbers.
const MethodVersion = "2"

// Options of scoring. The zero value is the documented default.
type Options struct {
	// Within aggregates the types of a form; default Arithmetic. Between aggregates the three components; default Geometric.
	Within, Between Aggregation
	// PerspectiveWeights, TypeWeights and ParameterWeights are relative, by id; an id not named weighs 1. A weight is 0 or more; 0 leaves out.
	PerspectiveWeights map[string]float64
	TypeWeights        map[string]float64
	ParameterWeights   map[string]float64
	// Bands cut readiness in named parts; default [DefaultBands].
	Bands []Band
}

// A Band names readiness from From (inclusive) up to the next band.
type Band struct {
	Name string  `json:"name"`
	From float64 `json:"from"`
}

// DefaultBands cuts readiness in thirds. It is a convention of this project, without claim that anything changes at the cuts.
func DefaultBands() []Band {
	return []Band{{"lower third", 0}, {"middle third", 100.0 / 3}, {"upper third", 200.0 / 3}}
}

func (o Options) withDefaults() Options {
	if o.Within == 0 {
		o.Within = Arithmetic
	}
	if o.Between == 0 {
		o.Between = Geometric
	}
	if o.Bands == nil {
		o.Bands = DefaultBands()
	}
	o.Bands = slices.Clone(o.Bands)
	o.PerspectiveWeights = maps.Clone(o.PerspectiveWeights)
	return o
}

func (o Options) check(c *framework.Catalogue) error {
	var problems []strict.Problem
	report := func(path, what, cure string) {
		problems = append(problems, strict.Problem{Path: path, What: what, Cure: cure})
	}
	weights := func(field string, m map[string]float64, exists func(string) bool) {
		for _, id := range slices.Sorted(maps.Keys(m)) {
			if w := m[id]; !(w >= 0) || math.IsInf(w, 0) {
				report(field+"."+id, fmt.Sprintf("is %v", w), "give a number of 0 or more")
			}
			if !exists(id) {
				report(field+"."+id, "is not in the catalogue", c.Suggest(id))
			}
		}
	}
	weights("PerspectiveWeights", o.PerspectiveWeights, func(string) bool { return true })
	weights("TypeWeights", o.TypeWeights, func(id string) bool { _, ok := c.Type(id); return ok })
	weights("ParameterWeights", o.ParameterWeights, func(id string) bool { _, ok := c.Parameter(id); return ok })
	if o.Within > WeakestLink || o.Between > WeakestLink {
		report("Within", "is no aggregation", "use Arithmetic, Geometric or WeakestLink")
	}
	for i, b := range o.Bands {
		if i == 0 && b.From != 0 || i > 0 && !(b.From > o.Bands[i-1].From) || b.From > 100 {
			report(fmt.Sprintf("Bands[%d]", i), fmt.Sprintf("begins at %v", b.From), "begin with 0 and rise, up to 100")
		}
	}
	return strict.Fail("options", problems)
}

func weightOf(m map[string]float64, id string) float64 {
	if w, ok := m[id]; ok {
		return w
	}
	return 1
}
