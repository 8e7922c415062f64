// Tensions: where a force, or a parameter answered on both sides, is felt both ways - by one person or by several.

package assess

import (
	"cmp"
	"math"
	"slices"

	"github.com/hasteslowly/readiness/framework"
	"github.com/hasteslowly/readiness/framework/profile"
)

// A Tension is not a lack of readiness; it stands beside it.
type Tension struct {
	// ID is a type's, or a parameter's that the catalogue asks on one side and people answered on both.
	ID   string         `json:"id"`
	Name string         `json:"name"`
	Form framework.Form `json:"form"`
	// Local says that it is such a parameter: ambivalence found in this project, not assumed from the catalogue.
	Local bool `json:"local,omitempty"`
	// Within is the ambivalence within people.
	Within Ambivalence `json:"within"`
	// Spread is the disagreement between people: the standard deviation of their net positions P - N, perspectives weighing equally;
	// 0 when all agree, 1 when half are at either end. Absent below two respondents with both sides known.
	Spread *float64 `json:"spread,omitempty"`
	// Depends says what the net position goes with, for perspective, context and goal, as far as there are two groups.
	Depends []Dependence `json:"depends,omitempty"`
	// On is where the tension mainly lies.
	On Divide `json:"on,omitempty"`
	// Positions are who sees it how, by perspective.
	Positions []Position `json:"positions"`
}

// Sharpness orders tensions: the greater of the ambivalence within people and the spread between them, 0 to 1.
func (t Tension) Sharpness() float64 {
	s := t.Within.felt()
	if t.Spread != nil {
		s = max(s, *t.Spread)
	}
	return s
}

// An Ambivalence is the mean over N respondents of Griffin's index (P+N)/2 - |P-N|, with P and N in 0..1: -0.5 when one side is
// full and the other empty, 0 when both are empty, 1 when both are full. Undefined, and nil, when nobody rated both sides. It is not
// disagreement: two people at opposite ends are each at -0.5. Source: Thompson, Zanna & Griffin 1995, in Attitude Strength: Antecedents
// and Consequences, ch. 14.
type Ambivalence struct {
	Griffin *float64 `json:"griffin,omitempty"`
	N       int      `json:"n"`
}

// felt is the index where it says that people are torn, else 0.
func (a Ambivalence) felt() float64 {
	if a.Griffin == nil {
		return 0
	}
	return max(*a.Griffin, 0)
}

// A Divide names what a tension mainly depends on. It decides the skill that is called for.
type Divide string

// The divides. The article names context, goals and perspective.
const (
	WithinPeople        Divide = "within people"
	BetweenPerspectives Divide = "between perspectives"
	BetweenContexts     Divide = "between contexts"
	BetweenGoals        Divide = "between goals"
	BetweenPeople       Divide = "between people" // they differ, and none of the three explains it
)

// A Dependence is the share of the variance of net positions that lies between groups: eta squared, 0 to 1. With few
// positions a group it is large by chance: with one position a group it is 1 by construction.
type Dependence struct {
	On     Divide  `json:"on"`
	Eta2   float64 `json:"eta_squared"`
	Groups int     `json:"groups"`
	N      int     `json:"n"`
}

// A Position is how one perspective sees a force: the mean of its respondents on each side, 0 to 1, as far as known.
type Position struct {
	Perspective string   `json:"perspective"`
	N           int      `json:"n"`
	Hinders     *float64 `json:"hinders,omitempty"`
	Helps       *float64 `json:"helps,omitempty"`
}

// Net is P - N, and whether both sides are known.
func (p Position) Net() (float64, bool) {
	if p.Hinders == nil || p.Helps == nil {
		return 0, false
	}
	return *p.Helps - *p.Hinders, true
}

// Tensions lists the forces, and the locally ambivalent parameters, the sharpest first. Forces that nobody answered come last.
func (r *Result) Tensions() []Tension {
	var all []Tension
	for k := range r.scorer.types {
		if t := &r.scorer.types[k]; t.Form.Force() {
			all = append(all, r.tension(Tension{ID: t.ID, Name: t.Name, Form: t.Form}, t.first, t.last))
		}
	}
	local := r.found().local
	for i := range r.scorer.parameters {
		if p := &r.scorer.parameters[i]; local[p.ID] && r.when(p) == Now {
			all = append(all, r.tension(Tension{ID: p.ID, Name: p.Name, Form: r.scorer.types[p.typ].Form, Local: true}, i, i+1))
		}
	}
	slices.SortStableFunc(all, func(a, b Tension) int { return cmp.Compare(b.Sharpness(), a.Sharpness()) })
	return all
}

// tension measures the parameters from first to last-1. A rating of the whole type counts as one rating more.
func (r *Result) tension(t Tension, first, last int) Tension {
	views := r.views(first, last)
	people := views.by(func(v view) string { return "" })
	griffin := 0.0
	for _, p := range people {
		if net, ok := p.net(); ok {
			griffin += float64((p.helps.mean()+p.hinders.mean())/2) - math.Abs(net)
			t.Within.N++
		}
	}
	if t.Within.N > 0 {
		griffin /= float64(t.Within.N)
		t.Within.Griffin = &griffin
	}
	t.Spread = spread(people)
	for _, d := range []struct {
		on  Divide
		tag func(view) string
	}{
		{BetweenPerspectives, nil},
		{BetweenContexts, func(v view) string { return v.context }},
		{BetweenGoals, func(v view) string { return v.goal }},
	} {
		if dependence, ok := r.dependence(d.on, views, d.tag); ok {
			t.Depends = append(t.Depends, dependence)
		}
	}
	t.Positions = r.positions(people)
	t.On = t.divide()
	return t
}

// divide chooses where the tension mainly lies: within people when that is the greater of the two measures, else what explains most
// of the spread, perspective before context before goal when equal.
func (t Tension) divide() Divide {
	within, between := t.Within.felt(), 0.0
	if t.Spread != nil {
		between = *t.Spread
	}
	if within == 0 && between == 0 {
		return ""
	}
	if within >= between {
		return WithinPeople
	}
	best := Dependence{On: BetweenPeople, Eta2: 0.25}
	for _, d := range t.Depends {
		if d.Eta2 > best.Eta2 {
			best = d
		}
	}
	return best.On
}

func (r *Result) positions(people []person) []Position {
	all := make([]Position, 0, len(r.perspectives))
	for k, id := range r.profile.Perspectives() {
		var hinders, helps mean
		position := Position{Perspective: id}
		for _, p := range people {
			if p.perspective != k {
				continue
			}
			position.N++
			if p.hinders.n > 0 {
				hinders.add(p.hinders.mean())
			}
			if p.helps.n > 0 {
				helps.add(p.helps.mean())
			}
		}
		position.Hinders, position.Helps = hinders.pointer(), helps.pointer()
		all = append(all, position)
	}
	return all
}

// spread is the standard deviation of net positions, each perspective with the same weight.
func spread(people []person) *float64 {
	sizes, n := map[int]int{}, 0
	for _, p := range people {
		if _, ok := p.net(); ok {
			sizes[p.perspective]++
			n++
		}
	}
	if n < 2 {
		return nil
	}
	weighted := func(f func(net float64) float64) float64 {
		sum := 0.0
		for _, p := range people {
			if net, ok := p.net(); ok {
				sum += float64(f(net) / float64(sizes[p.perspective]) / float64(len(sizes)))
			}
		}
		return sum
	}
	centre := weighted(func(net float64) float64 { return net })
	sd := math.Sqrt(weighted(func(net float64) float64 { return float64((net - centre) * (net - centre)) }))
	return &sd
}

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
