// Tensions: where a force, or a parameter answered on both sides, is felt both ways - by one person or by several.

package assess

import (
	"cmp"
	"math"
	"slices"

	"github.com/hasteslowly/readiness/assess/consensus"
	"github.com/hasteslowly/readiness/framework"
	"github.com/hasteslowly/readiness/framework/profile"
)

// A Tension is not a lack of readiness; it stands beside it. A position is the net P - N of a respondent, -1 to 1.
type Tension struct {
	// ID is a type's, or a parameter's that the catalogue asks on one side and people answered on both.
	ID   string         `json:"id"`
	Name string         `json:"name"`
	Form framework.Form `json:"form"`
	// Local says that it is such a parameter: ambivalence found in this project, not assumed from the catalogue.
	Local bool `json:"local,omitempty"`
	// Within is the ambivalence within people, in one situation - context and goal - at a time: [consensus.Ambivalence].
	Within consensus.Value `json:"within"`
	// Spread is the disagreement between people and situations: the standard deviation of positions, perspectives weighing equally, so the people of
	// one, so the situations of a person; 0 when all agree, 1 when half are at either end. Absent below two positions.
	Spread *float64 `json:"spread,omitempty"`
	// Agreement is van der Eijk's A of the positions in nine classes, -4 to 4 steps of the scale; Polarisation is Esteban & Ray's index
	// of the same.
	Agreement    consensus.Value `json:"agreement"`
	Polarisation consensus.Value `json:"polarisation"`
	// ICC1 is the share of the variance of positions that lies between perspectives, ICC2 the reliability of the perspectives' means.
	ICC1 consensus.Value `json:"icc_1"`
	ICC2 consensus.Value `json:"icc_2"`
	// Depends says what the positions go with: perspective, context and goal, as far as there are two groups.
	Depends []Dependence `json:"depends,omitempty"`
	// On is where the tension mainly lies; empty when nobody is torn and all agree.
	On Divide `json:"on,omitempty"`
	// Positions are who sees it how, by perspective; People by respondent.
	Positions []Position `json:"positions"`
	People    []Stance   `json:"people"`
}

// Sharpness orders tensions: the greater of the ambivalence within people and the spread between them, 0 to 1.
func (t Tension) Sharpness() float64 {
	s := t.torn()
	if t.Spread != nil {
		s = max(s, *t.Spread)
	}
	return s
}

// torn is Griffin's index where it says that people are torn, else 0.
func (t Tension) torn() float64 { return max(t.Within.Or(0), 0) }

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

// A Dependence is the share of the variance of positions that lies between groups, with the probability of as much by chance.
// Contexts and goals are compared within the people who speak of several.
type Dependence struct {
	On Divide `json:"on"`
	// EtaSquared is undefined when every group holds one position: whether groups or people differ cannot be seen then.
	EtaSquared consensus.Value `json:"eta_squared"`
	// Corrected is the share beyond what so many groups have by chance; below 0 when there is less.
	Corrected consensus.Value `json:"epsilon_squared"`
	Groups    []string        `json:"groups"`
}

// A Position is how one perspective sees a force: the mean of its respondents on each side, 0 to 1, as far as known.
type Position struct {
	Perspective string   `json:"perspective"`
	N           int      `json:"n"`
	Hinders     *float64 `json:"hinders,omitempty"`
	Helps       *float64 `json:"helps,omitempty"`
}

// Net is P - N, and whether both sides are known.
func (p Position) Net() (float64, bool) { return net(p.Hinders, p.Helps) }

// A Stance is how one respondent sees a force, 0 to 1 on each side as far as they said, over what they said in one context with one goal.
type Stance struct {
	Respondent  string   `json:"respondent"`
	Perspective string   `json:"perspective"`
	Context     string   `json:"context,omitempty"`
	Goal        string   `json:"goal,omitempty"`
	Hinders     *float64 `json:"hinders,omitempty"`
	Helps       *float64 `json:"helps,omitempty"`
}

// Net is P - N, and whether both sides are known.
func (s Stance) Net() (float64, bool) { return net(s.Hinders, s.Helps) }

func net(hinders, helps *float64) (float64, bool) {
	if hinders == nil || helps == nil {
		return 0, false
	}
	return *helps - *hinders, true
}

// Tensions lists the forces, and the locally ambivalent parameters, the sharpest first. Forces that nobody answered come last.
func (r *Result) Tensions() []Tension {
	r.tenseOnce.Do(func() { r.tensions = r.findTensions() })
	return slices.Clone(r.tensions)
}

func (r *Result) findTensions() []Tension {
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
	groups, classes := make([][]float64, len(r.perspectives)), make([]int, 2*profile.Strongest+1)
	for _, p := range people {
		position, known := p.net()
		if !known {
			continue
		}
		groups[p.perspective] = append(groups[p.perspective], position)
		classes[int(math.Floor(float64((position+1)*profile.Strongest)+0.5))]++
	}
	situations := views.situations()
	t.Within = ambivalence(situations)
	t.Spread = spread(situations)
	t.Agreement, t.Polarisation = consensus.VanDerEijk(classes), consensus.Polarisation(classes, consensus.Options{})
	t.ICC1, t.ICC2 = consensus.ICC1(groups, consensus.Options{}), consensus.ICC2(groups, consensus.Options{})
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
	t.Positions, t.People = r.positions(people), r.stances(views)
	t.On = t.divide()
	return t
}

// DependsFrom is the corrected share of the variance from which a tension counts as lying between groups.
const DependsFrom = 0.25

// divide chooses where the tension mainly lies: within people when that is the greater of the two measures, else what explains most
// of the spread, perspective before context before goal when equal. Where each perspective has one voice, people and perspectives are
// the same, and perspectives are named.
func (t Tension) divide() Divide {
	between := 0.0
	if t.Spread != nil {
		between = *t.Spread
	}
	if t.torn() == 0 && between == 0 {
		return ""
	}
	if t.torn() >= between {
		return WithinPeople
	}
	best, share := BetweenPeople, DependsFrom
	for _, d := range t.Depends {
		x := d.Corrected.Or(0)
		if !d.EtaSquared.Defined() && d.On == BetweenPerspectives {
			x = DependsFrom + 0.01 // the least that counts: contexts and goals that explain more come first
		}
		if x > share {
			best, share = d.On, x
		}
	}
	return best
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

// ambivalence puts situations together by person.
func ambivalence(situations []person) consensus.Value {
	var people [][]consensus.Sides
	for i, p := range situations {
		if i == 0 || p.respondent != situations[i-1].respondent {
			people = append(people, nil)
		}
		people[len(people)-1] = append(people[len(people)-1], consensus.Sides{For: p.helps.mean(), Against: p.hinders.mean()})
	}
	return consensus.Ambivalence(people)
}

// spread is the standard deviation of the positions of situations, each perspective with the same weight, and so each person of one and each
// situation of a person.
func spread(situations []person) *float64 {
	if len(situations) < 2 {
		return nil
	}
	of, people := map[int32]float64{}, map[int]float64{}
	for _, p := range situations {
		if of[p.respondent]++; of[p.respondent] == 1 {
			people[p.perspective]++
		}
	}
	weighted := func(f func(net float64) float64) float64 {
		sum := 0.0
		for _, p := range situations {
			net, _ := p.net()
			sum += float64(f(net) / of[p.respondent] / people[p.perspective] / float64(len(people)))
		}
		return sum
	}
	centre := weighted(func(net float64) float64 { return net })
	sd := math.Sqrt(weighted(func(net float64) float64 { return float64((net - centre) * (net - centre)) }))
	return &sd
}
