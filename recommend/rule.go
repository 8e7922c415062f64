// Rules: values that carry their documentation beside their code.

package recommend

import (
	"math"

	"github.com/hasteslowly/readiness/assess"
	"github.com/hasteslowly/readiness/framework"
	"github.com/hasteslowly/readiness/framework/profile"
)

// A Rule leads from scores to actions.
type Rule struct {
	// ID is short; Number is its place in the order.
	ID     string
	Number int
	// Title says in one line what it does; Doc when it fires, what it gives and why.
	Title string
	Doc   string
	// Basis says whose the idea is.
	Basis string
	// find lists the subjects on which the rule fires, the gravest first, and why it does not fire on the others.
	find func(*situation) ([]subject, []Silence)
}

// Rules lists the seven rules in order.
func Rules() []Rule {
	return []Rule{blockerRule, oppositionalRule, ambivalentRule, challengeRule, driverRule, attentionRule, coverageRule}
}

// RuleByID finds a rule.
func RuleByID(id string) (Rule, bool) {
	for _, r := range Rules() {
		if r.ID == id {
			return r, true
		}
	}
	return Rule{}, false
}

// A Silence says why a rule did not fire on a subject.
type Silence struct {
	Rule string `json:"rule"`
	// Subject is the id of a type, or another name for what the rule looked at.
	Subject string `json:"subject"`
	Why     string `json:"why"`
}

// A subject is something a rule fired on.
type subject struct {
	// id is that of a type or perspective, and name its name for people.
	id, name string
	// because is the reason in one sentence, with its numbers.
	because string
	// scores are the nodes of the assessment that the reason rests on.
	scores []string
	// gravity orders the subjects of a rule.
	gravity float64
	// fits says whether an action answers the subject, and how well: more is better, 0 not at all.
	fits func(Action) float64
}

// A situation is what rules look at.
type situation struct {
	result  *assess.Result
	types   []assess.TypeScore
	library *Library
	options Options
}

// targeting prefers actions of a type by how heavy their targets are: how strongly a challenge hinders, how far a driver falls short
// of helping. A target that was rated itself counts in full. The mean over all targets, to the nearest step of the scale, decides between
// the rest: finer differences are not the project's but the mix of sides an action has.
func (s *situation) targeting(typeID string, accept func(Action) bool) func(Action) float64 {
	weights := map[Target]float64{}
	own := map[string]bool{}
	for _, p := range s.result.Parameters(typeID) {
		own[p.ID] = p.Own
		if p.Hinders.Known && p.Pole.Hinders() {
			weights[Target{p.ID, framework.Challenge}] = p.Hinders.Value
		}
		if p.Helps.Known && p.Pole.Helps() {
			weights[Target{p.ID, framework.Driver}] = 1 - p.Helps.Value
		}
	}
	return func(a Action) float64 {
		if a.Type != typeID || !accept(a) {
			return 0
		}
		fit, sum := 0.01, 0.0
		for _, t := range a.Targets {
			sum += weights[t]
			if own[t.Parameter] {
				fit += weights[t]
			}
		}
		steps := math.Round(profile.Strongest * sum / float64(len(a.Targets)))
		return fit + float64(steps/profile.Strongest)
	}
}

// voice gives a perspective's name for people.
func (s *situation) voice(id string) string { return s.result.Profile().PerspectiveName(id) }
