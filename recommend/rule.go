// Rules: values that carry their documentation beside their code.

package recommend

import (
	"github.com/hasteslowly/readiness/assess"
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
	// find lists the subjects on which the rule fires, and why it does not on the others.
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
	// urgent subjects come first.
	urgent bool
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

// heaviness gives how strongly each parameter of a type hinders, or falls short of helping, 0 to 1, as far as known.
func (c *situation) heaviness(typeID string) map[string]float64 {
	weights := map[string]float64{}
	for _, p := range c.result.Parameters(typeID) {
		if p.Hinders.Known && p.Pole.Hinders() {
			weights[p.ID+"/challenge"] = p.Hinders.Value
		}
		if p.Helps.Known && p.Pole.Helps() {
			weights[p.ID+"/driver"] = 1 - p.Helps.Value
		}
	}
	return weights
}

// targeting prefers actions of a type by how heavy their targets are.
func (c *situation) targeting(typeID string, accept func(Action) bool) func(Action) float64 {
	heavy := c.heaviness(typeID)
	return func(a Action) float64 {
		if a.Type != typeID || !accept(a) {
			return 0
		}
		fit := 0.01
		for _, t := range a.Targets {
			fit += heavy[t.Parameter+"/"+t.Pole.String()]
		}
		return fit
	}
}
