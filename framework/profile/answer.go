// Answers: what one respondent says of one parameter, and how observations become answers.

package profile

import (
	"cmp"
	"iter"
	"maps"
	"slices"
)

// An Answer is what one respondent says of one parameter, over all contexts and goals.
type Answer struct {
	// Hinders and Helps are the means of the respondent's ratings over contexts and goals, 0 to 4, or [Unanswered].
	Hinders, Helps float64
	// Respondent is the respondent's number in the profile.
	Respondent int32
	// State is Rated if there is a rating without contradiction. Otherwise the first that occurs of Contradictory, DontKnow,
	// NotAsked, NotApplicable.
	State    State
	from, to int32
}

// Unanswered stands in an Answer for a side without a rating.
const Unanswered = -1

// A Cell holds the answers of one perspective on one parameter, by respondent.
type Cell struct {
	// Parameter and Perspective are indices into the profile's lists.
	Parameter, Perspective int
	answers                []Answer
	profile                *Profile
}

// Len is the number of respondents with an observation.
func (c *Cell) Len() int { return len(c.answers) }

// At returns an answer.
func (c *Cell) At(i int) Answer { return c.answers[i] }

// Observations yields the observations behind an answer, sorted by context, goal and what they say, with their numbers.
func (c *Cell) Observations(i int) iter.Seq2[int, Observation] {
	return func(yield func(int, Observation) bool) {
		for _, n := range c.profile.order[c.answers[i].from:c.answers[i].to] {
			if !yield(int(n), c.profile.def.Observations[n]) {
				return
			}
		}
	}
}

// A builder sorts observations into answers and cells. An entry is an observation with the numbers of its names.
type builder struct {
	*Profile
	parameterOf  map[string]int32
	respondentOf map[string]int32
	entries      []entry
}

type entry struct {
	parameter, respondent, observation int32
}

func newBuilder(p *Profile) *builder {
	b := &builder{Profile: p, parameterOf: map[string]int32{}, respondentOf: make(map[string]int32, len(p.respondents))}
	for _, o := range p.def.Observations {
		b.parameterOf[o.Parameter] = 0
	}
	p.parameters = slices.Sorted(maps.Keys(b.parameterOf))
	for i, id := range p.parameters {
		b.parameterOf[id] = int32(i)
	}
	for i, r := range p.respondents {
		b.respondentOf[r.id] = int32(i)
	}
	b.entries = make([]entry, 0, len(p.def.Observations))
	return b
}

func (b *builder) add(i int32, o *Observation) {
	b.entries = append(b.entries, entry{b.parameterOf[o.Parameter], b.respondentOf[o.Respondent], i})
}

// build sorts the entries by parameter, respondent (hence perspective) and content, and cuts them into answers and cells.
func (b *builder) build() {
	slices.SortFunc(b.entries, func(x, y entry) int {
		return cmp.Or(cmp.Compare(x.parameter, y.parameter), cmp.Compare(x.respondent, y.respondent), b.compare(x, y))
	})
	b.order = make([]int32, len(b.entries))
	for i, e := range b.entries {
		b.order[i] = e.observation
	}
	b.contradicted = make([]bool, len(b.entries))
	b.answers = make([]Answer, 0, len(b.entries))
	for from := 0; from < len(b.entries); {
		first := b.entries[from]
		to := from + 1
		for to < len(b.entries) && b.entries[to].parameter == first.parameter && b.entries[to].respondent == first.respondent {
			to++
		}
		b.answer(first, from, to)
		from = to
	}
	b.cutCells()
}

// compare orders a respondent's observations of one parameter by what they say, so that no sum depends on the order of input.
func (b *builder) compare(x, y entry) int {
	o, q := &b.def.Observations[x.observation], &b.def.Observations[y.observation]
	return cmp.Or(
		cmp.Compare(o.Context, q.Context), cmp.Compare(o.Goal, q.Goal), cmp.Compare(o.Answered(), q.Answered()),
		cmp.Compare(o.Hinders, q.Hinders), cmp.Compare(o.Helps, q.Helps),
		cmp.Compare(o.At, q.At), cmp.Compare(o.Note, q.Note), cmp.Compare(o.Evidence, q.Evidence),
		cmp.Compare(x.observation, y.observation))
}

// answer makes one answer of the entries from to to, which stand by context and goal.
func (b *builder) answer(first entry, from, to int) {
	a := Answer{Respondent: first.respondent, from: int32(from), to: int32(to)}
	var hinders, helps mean
	states := [Contradictory + 1]bool{}
	for i := from; i < to; {
		o := b.observation(i)
		end := i + 1
		for end < to && b.observation(end).Context == o.Context && b.observation(end).Goal == o.Goal {
			end++
		}
		said := b.statement(i, end)
		states[said.State] = true
		hinders.add(said.Hinders)
		helps.add(said.Helps)
		i = end
	}
	a.Hinders, a.Helps = hinders.value(), helps.value()
	for _, s := range [...]State{Rated, Contradictory, DontKnow, NotAsked, NotApplicable} {
		if states[s] {
			a.State = s
			break
		}
	}
	b.answers = append(b.answers, a)
}

func (b *builder) observation(i int) *Observation {
	return &b.def.Observations[b.entries[i].observation]
}

// statement joins what one respondent says of one parameter in one context with one goal. Observations complete each other, one
// the hindering side and another the helping; they contradict when they differ in state or in a side that both give. A blank
// one beside another says nothing.
func (b *builder) statement(from, to int) Observation {
	said := Observation{State: NotAsked}
	for i := from; i < to; i++ {
		o := b.observation(i)
		switch state := o.Answered(); {
		case state == NotAsked:
			continue
		case said.State == NotAsked:
			said.State = state
		case said.State != state:
			return b.contradiction(from, to)
		}
		if o.Hinders != 0 && said.Hinders != 0 && o.Hinders != said.Hinders || o.Helps != 0 && said.Helps != 0 && o.Helps != said.Helps {
			return b.contradiction(from, to)
		}
		said.Hinders, said.Helps = max(said.Hinders, o.Hinders), max(said.Helps, o.Helps)
	}
	return said
}

func (b *builder) contradiction(from, to int) Observation {
	for _, e := range b.entries[from:to] {
		b.contradicted[e.observation] = true
	}
	return Observation{State: Contradictory}
}

func (b *builder) cutCells() {
	for from := 0; from < len(b.answers); {
		parameter := b.entries[b.answers[from].from].parameter
		perspective := b.respondents[b.answers[from].Respondent].perspective
		to := from + 1
		for to < len(b.answers) && b.entries[b.answers[to].from].parameter == parameter &&
			b.respondents[b.answers[to].Respondent].perspective == perspective {
			to++
		}
		b.cells = append(b.cells, Cell{int(parameter), perspective, b.answers[from:to:to], b.Profile})
		from = to
	}
}

// A mean of ratings; the sum of whole numbers is exact.
type mean struct{ sum, n int }

func (m *mean) add(r Rating) {
	if v, ok := r.Value(); ok {
		m.sum += v
		m.n++
	}
}

func (m *mean) value() float64 {
	if m.n == 0 {
		return Unanswered
	}
	return float64(m.sum) / float64(m.n)
}
