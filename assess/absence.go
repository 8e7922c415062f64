// Absences: answers that were looked for and are not there, by kind.

package assess

import "github.com/hasteslowly/readiness/framework/profile"

// Absences counts respondents' answers to parameters and types that carry no rating. What nobody put to a respondent does not
// appear here; it shows as coverage.
type Absences struct {
	NotAsked      int `json:"not_asked"` // left blank
	DontKnow      int `json:"dont_know"`
	NotApplicable int `json:"not_applicable"`
	// Contradictions are answers that do not count because the respondent gave two different ones.
	Contradictions []Contradiction `json:"contradictions,omitempty"`
}

// A Contradiction is one respondent's two different answers to the same question, in the same context and with the same goal.
type Contradiction struct {
	// Parameter is the id of a parameter or of a type.
	Parameter  string `json:"parameter"`
	Respondent string `json:"respondent"`
	// Observations are the numbers of the profile's observations that contradict each other.
	Observations []int `json:"observations"`
}

// Absences lists what carries no rating, contradictions by parameter and respondent. A contradiction in one context is listed even
// where another context has a rating that counts.
func (r *Result) Absences() Absences {
	var a Absences
	ids := r.profile.Parameters()
	for c := range r.profile.Cells() {
		for k := range c.Len() {
			answer := c.At(k)
			switch answer.State {
			case profile.NotAsked:
				a.NotAsked++
			case profile.DontKnow:
				a.DontKnow++
			case profile.NotApplicable:
				a.NotApplicable++
			}
			respondent, _ := r.profile.Respondent(int(answer.Respondent))
			x := Contradiction{Parameter: ids[c.Parameter], Respondent: respondent}
			for n := range c.Observations(k) {
				if r.profile.Contradicted(n) {
					x.Observations = append(x.Observations, n)
				}
			}
			if len(x.Observations) > 0 {
				a.Contradictions = append(a.Contradictions, x)
			}
		}
	}
	return a
}
