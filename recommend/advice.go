// Advice: recommendations in order, each with its chain.

package recommend

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/hasteslowly/readiness/assess"
	"github.com/hasteslowly/readiness/framework"
	"github.com/hasteslowly/readiness/framework/profile"
)

// Options of deriving. The zero value is the documented default.
type Options struct {
	// PerSubject is how many actions a rule may give for one subject; default 2.
	PerSubject int
}

// A Recommendation is an action and why it is recommended.
type Recommendation struct {
	// Action, Title and Rule name what is recommended and by what; Subject is what the rule fired on.
	Action  string `json:"action"`
	Title   string `json:"title"`
	Rule    string `json:"rule"`
	Subject string `json:"subject"`
	// Because is the reason in a sentence, with its numbers. Also holds the reasons of other rules and subjects for the same action.
	Because string   `json:"because"`
	Also    []Reason `json:"also,omitempty"`
	// Chain leads from observations over scores and rule to the action.
	Chain []Link `json:"chain"`
	// Sources are ids of the catalogue's sources: the action's, and those of its targets.
	Sources []string `json:"sources"`
	WhatIf  WhatIf   `json:"what_if"`
	// Effort is in person-days, LeadWeeks until something can be seen.
	Effort        Range    `json:"effort_days"`
	LeadWeeks     Range    `json:"lead_weeks"`
	Prerequisites []string `json:"prerequisites,omitempty"`
}

// A Reason is a rule that fired on a subject.
type Reason struct {
	Rule    string `json:"rule"`
	Subject string `json:"subject"`
	Because string `json:"because"`
}

// A Link is one step of a chain.
type Link struct {
	// Step is observation, score, rule, action or source.
	Step string `json:"step"`
	// Ref names it: an observation's number, an id.
	Ref  string `json:"ref"`
	Text string `json:"text"`
}

// Advice is what the rules derive from a result.
type Advice struct {
	Recommendations []Recommendation `json:"recommendations"`
	// Silences say what kept rules from firing.
	Silences []Silence `json:"silences"`
}

// A candidate is an action that answers a subject.
type candidate struct {
	rule    Rule
	subject subject
	action  Action
	fit     float64
	standing
}

// A standing says how an action came in: as which of its subject's actions, and for which of the rule's subjects.
type standing struct{ round, rank int }

// Derive applies the rules. Recommendations come in this order: what clears blockers; then, rule by rule, the best action on
// what the rule finds gravest; then the best action of every subject, the one with the greatest what-if gain first; then every subject's
// second, and so on. An action stands once, with all its reasons.
func Derive(r *assess.Result, l *Library, o Options) (*Advice, error) {
	if o.PerSubject <= 0 {
		o.PerSubject = 2
	}
	s := &situation{result: r, types: r.Types(), library: l, options: o}
	advice := &Advice{Recommendations: []Recommendation{}, Silences: []Silence{}}
	var candidates []candidate
	for _, rule := range Rules() {
		found, silent := rule.find(s)
		slices.SortStableFunc(found, func(a, b subject) int { return cmp.Compare(b.gravity, a.gravity) })
		for rank, sub := range found {
			best := s.best(rule, sub, rank)
			if len(best) == 0 {
				silent = append(silent, Silence{rule.ID, sub.id, "it fired, but the library has no action for it at this stage: " + sub.because})
			}
			candidates = append(candidates, best...)
		}
		advice.Silences = append(advice.Silences, silent...)
	}
	made := map[string]int{}
	standings := map[string]standing{}
	for _, c := range candidates {
		if at, ok := made[c.action.ID]; ok {
			rec := &advice.Recommendations[at]
			rec.Also = append(rec.Also, Reason{c.rule.ID, c.subject.id, c.subject.because})
			was := standings[c.action.ID]
			standings[c.action.ID] = standing{min(was.round, c.round), was.rank}
			continue
		}
		rec, err := s.recommendation(c)
		if err != nil {
			return nil, err
		}
		made[c.action.ID], standings[c.action.ID] = len(advice.Recommendations), c.standing
		advice.Recommendations = append(advice.Recommendations, rec)
	}
	order(advice.Recommendations, standings)
	return advice, nil
}

// order sorts by round, gain and effort, then brings to the front, for each rule, the first action of its gravest subject.
func order(recs []Recommendation, standings map[string]standing) {
	slices.SortStableFunc(recs, func(a, b Recommendation) int {
		return cmp.Or(
			cmp.Compare(standings[a.Action].round, standings[b.Action].round), cmp.Compare(b.WhatIf.Gain, a.WhatIf.Gain),
			cmp.Compare(a.Effort.Low, b.Effort.Low))
	})
	place := map[string]int{}
	for i, rec := range recs {
		rule, _ := RuleByID(rec.Rule)
		switch {
		case rule.Number == blockerRule.Number:
			place[rec.Action] = i - len(recs)
		case standings[rec.Action] == standing{}:
			place[rec.Action] = rule.Number
		default:
			place[rec.Action] = len(Rules()) + 1 + i
		}
	}
	slices.SortStableFunc(recs, func(a, b Recommendation) int { return cmp.Compare(place[a.Action], place[b.Action]) })
}

// best gives the subject's actions that make sense at the project's stage: the best fitting first, of equal ones the one whose
// targets more sources report, then by id.
func (s *situation) best(rule Rule, sub subject, rank int) []candidate {
	stage := s.result.Profile().Project().Stage
	var fitting []candidate
	for a := range s.library.Actions() {
		if stage != 0 && len(a.Stages) > 0 && !slices.Contains(a.Stages, stage) {
			continue
		}
		if fit := sub.fits(a); fit > 0 {
			fitting = append(fitting, candidate{rule: rule, subject: sub, action: a, fit: fit})
		}
	}
	slices.SortStableFunc(fitting, func(a, b candidate) int {
		return cmp.Or(
			cmp.Compare(b.fit, a.fit), cmp.Compare(len(s.sources(b.action)), len(s.sources(a.action))), cmp.Compare(a.action.ID, b.action.ID))
	})
	fitting = fitting[:min(len(fitting), s.options.PerSubject)]
	for i := range fitting {
		fitting[i].standing = standing{i, rank}
	}
	return fitting
}

func (s *situation) recommendation(c candidate) (Recommendation, error) {
	what, err := s.whatIf(c.action)
	if err != nil {
		return Recommendation{}, err
	}
	return Recommendation{
		Action: c.action.ID, Title: c.action.Title, Rule: c.rule.ID, Subject: c.subject.id, Because: c.subject.because,
		Chain: s.chain(c), Sources: s.sources(c.action), WhatIf: what,
		Effort: c.action.Effort, LeadWeeks: c.action.LeadWeeks, Prerequisites: c.action.Prerequisites,
	}, nil
}

// sources joins the action's with those of the parameters it targets.
func (s *situation) sources(a Action) []string {
	all := append([]string{}, a.Sources...)
	for _, t := range a.Targets {
		if p, ok := s.result.Scorer().Catalogue().Parameter(t.Parameter); ok {
			all = append(all, p.Sources...)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// chain walks from the observations of the targets to the action and its sources.
func (s *situation) chain(c candidate) []Link {
	links := s.observed(c.action)
	for _, t := range c.action.Targets {
		if e, ok := s.side(t); ok && e.Known {
			links = append(links, Link{"score", t.Parameter + "/" + sideName(t.Pole), fmt.Sprintf("%.2f, between %.2f and %.2f, %d of %d answers", e.Value, e.Low, e.High, e.Answered, e.Applicable)})
		}
	}
	for _, id := range c.subject.scores {
		if n, ok := s.result.Number(id); ok {
			links = append(links, Link{"score", id, fmt.Sprintf("%s; %s", scoreText(n.Estimate), n.How)})
		}
	}
	links = append(links,
		Link{"rule", c.rule.ID, c.rule.Title + ": " + c.subject.because},
		Link{"action", c.action.ID, c.action.Do})
	for _, id := range c.action.Sources {
		source, _ := s.result.Scorer().Catalogue().Source(id)
		links = append(links, Link{"source", id, source.Citation})
	}
	return links
}

func scoreText(e assess.Estimate) string {
	if !e.Known {
		return fmt.Sprintf("not known, between %.2f and %.2f", e.Low, e.High)
	}
	return fmt.Sprintf("%.2f, between %.2f and %.2f", e.Value, e.Low, e.High)
}

func sideName(pole framework.Pole) string {
	if pole == framework.Driver {
		return "helps"
	}
	return "hinders"
}

func (s *situation) side(t Target) (assess.Estimate, bool) {
	p, ok := s.result.Parameter(t.Parameter)
	if t.Pole == framework.Driver {
		return p.Helps, ok
	}
	return p.Hinders, ok
}

// observed links the observations that rate the action's targets, then those that rate its type as a whole and so stand for targets
// that were not rated themselves.
func (s *situation) observed(a Action) []Link {
	p := s.result.Profile()
	var own, whole []Link
	for i := range p.Observations() {
		o := p.Observation(i)
		for _, t := range a.Targets {
			if link, ok := observation(i, o, t.Pole); ok && o.Parameter == t.Parameter {
				own = append(own, link)
			}
		}
		if o.Parameter == a.Type {
			for _, pole := range []framework.Pole{framework.Challenge, framework.Driver} {
				if link, ok := observation(i, o, pole); ok && a.moves(pole) {
					whole = append(whole, link)
				}
			}
		}
	}
	return append(own, whole...)
}

// observation words what an observation says on one side.
func observation(i int, o profile.Observation, pole framework.Pole) (Link, bool) {
	rating := o.Hinders
	if pole == framework.Driver {
		rating = o.Helps
	}
	v, ok := rating.Value()
	return Link{"observation", fmt.Sprint(i), fmt.Sprintf("%s: %s %s %d of 4", o.Respondent, o.Parameter, sideName(pole), v)}, ok
}
