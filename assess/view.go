// Views: what respondents say of a force, context by context and goal by goal.

package assess

import (
	"cmp"
	"slices"

	"github.com/hasteslowly/readiness/framework"
	"github.com/hasteslowly/readiness/framework/profile"
)

// A view is what one respondent says in one context with one goal, on the sides that count.
type view struct {
	respondent     int32
	perspective    int
	context, goal  string
	hinders, helps float64
}

type views []view

// views lists the ratings of the parameters from first to last-1 on the sides they are scored on; a locally ambivalent one on both.
func (r *Result) views(first, last int) views {
	var all views
	stage := r.profile.Project().Stage
	ids := r.profile.Parameters()
	for c := range r.profile.Cells() {
		i, ok := r.scorer.index[ids[c.Parameter]]
		asks := framework.Both
		switch {
		case ok:
			if i < first || i >= last || !r.scorer.parameters[i].applies(stage) {
				continue
			}
			if last-first > 1 {
				asks = r.scorer.parameters[i].Pole
			}
		default:
			if k, isType := r.scorer.typeIndex[ids[c.Parameter]]; !isType || r.scorer.types[k].first != first || r.scorer.types[k].last != last {
				continue
			}
		}
		for k := range c.Len() {
			if a := c.At(k); a.State == profile.Rated {
				for n, o := range c.Observations(k) {
					if !r.profile.Contradicted(n) {
						all = append(all, viewOf(o, a.Respondent, c.Perspective, asks))
					}
				}
			}
		}
	}
	return all
}

func viewOf(o profile.Observation, respondent int32, perspective int, asks framework.Pole) view {
	v := view{respondent: respondent, perspective: perspective, context: o.Context, goal: o.Goal, hinders: -1, helps: -1}
	if n, ok := o.Hinders.Value(); ok && asks.Hinders() {
		v.hinders = float64(n) / profile.Strongest
	}
	if n, ok := o.Helps.Value(); ok && asks.Helps() {
		v.helps = float64(n) / profile.Strongest
	}
	return v
}

// situations adds views up by respondent, context and goal, as far as both sides are known; of one who rated the sides in different situations
// only, all together.
func (v views) situations() []person {
	apart := v.by(func(x view) string { return x.context + "\x00" + x.goal })
	var all []person
	i := 0
	for _, whole := range v.by(func(view) string { return "" }) {
		known := false
		for ; i < len(apart) && apart[i].respondent == whole.respondent; i++ {
			if _, ok := apart[i].net(); ok {
				all, known = append(all, apart[i]), true
			}
		}
		if _, ok := whole.net(); ok && !known {
			all = append(all, whole)
		}
	}
	return all
}

// stances adds views up by respondent, context and goal.
func (r *Result) stances(v views) []Stance {
	sorted := slices.Clone(v)
	slices.SortStableFunc(sorted, func(a, b view) int {
		return cmp.Or(cmp.Compare(a.respondent, b.respondent), cmp.Compare(a.context, b.context), cmp.Compare(a.goal, b.goal))
	})
	ids := r.profile.Perspectives()
	all := make([]Stance, 0, len(sorted))
	for i := 0; i < len(sorted); {
		var hinders, helps mean
		first := sorted[i]
		for ; i < len(sorted) && sorted[i].respondent == first.respondent && sorted[i].context == first.context && sorted[i].goal == first.goal; i++ {
			if sorted[i].hinders >= 0 {
				hinders.add(sorted[i].hinders)
			}
			if sorted[i].helps >= 0 {
				helps.add(sorted[i].helps)
			}
		}
		id, _ := r.profile.Respondent(int(first.respondent))
		all = append(all, Stance{id, ids[first.perspective], first.context, first.goal, hinders.pointer(), helps.pointer()})
	}
	return all
}
