// Common ground: what two results share, and in what they differ.

package uncertainty

import (
	"fmt"
	"reflect"

	"github.com/hasteslowly/readiness/assess"
)

func catalogueOf(r *assess.Result) string {
	c := r.Scorer().Catalogue()
	return c.ID() + " " + c.Version()
}

// unlike says in what two results are made differently.
func unlike(a, b *assess.Result) []string {
	var all []string
	if x, y := catalogueOf(a), catalogueOf(b); x != y {
		all = append(all, fmt.Sprintf("the catalogue was %s and is %s", x, y))
	}
	x, y := a.Scorer().Options(), b.Scorer().Options()
	x.Bands, y.Bands = nil, nil
	for i, name := range []string{"Within", "Between", "PerspectiveWeights", "TypeWeights", "ParameterWeights"} {
		v, w := reflect.ValueOf(x).Field(i), reflect.ValueOf(y).Field(i)
		if v.Kind() == reflect.Map && v.Len() == 0 && w.Len() == 0 {
			continue
		}
		if !reflect.DeepEqual(v.Interface(), w.Interface()) {
			all = append(all, fmt.Sprintf("the option %s was %v and is %v", name, v.Interface(), w.Interface()))
		}
	}
	return all
}

// A cellKey is a question that one perspective can answer, whatever the catalogue's numbers.
type cellKey struct{ typ, parameter, pole, perspective string }

// commonGround lists the questions answered at both moments, and counts those answered at either.
func commonGround(b, a *assess.Model) (common map[cellKey]bool, answered int) {
	was, is := answeredCells(b), answeredCells(a)
	common = map[cellKey]bool{}
	answered = len(is)
	for key := range was {
		if is[key] {
			common[key] = true
		} else {
			answered++
		}
	}
	return common, answered
}

func answeredCells(m *assess.Model) map[cellKey]bool {
	t := m.NewTrial()
	t.Count(nil)
	all := map[cellKey]bool{}
	types, names := m.Types(), m.Perspectives()
	for s, side := range m.Sides() {
		for p, name := range names {
			if t.Cells()[s*len(names)+p].N > 0 {
				all[cellKey{types[side.Type].ID, side.Parameter, side.Pole.String(), name}] = true
			}
		}
	}
	return all
}
