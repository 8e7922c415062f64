// Actions: what can be done, in concrete sentences.

package recommend

import "github.com/hasteslowly/readiness/framework"

// An Action is one entry of a library.
type Action struct {
	// ID is lower-case words joined by hyphens, unique in the library.
	ID string `json:"id"`
	// Title is an imperative.
	Title string `json:"title"`
	// Do says in two to four sentences who meets whom, about what, with what to show for it.
	Do string `json:"do"`
	// Type is the type it belongs to; empty for actions of asking, which answer low coverage.
	Type string `json:"type,omitempty"`
	// Targets are the sides of parameters that it is meant to move.
	Targets []Target `json:"targets,omitempty"`
	// Divides are what a tension must depend on for the action to be the answer to it; none, if it answers no tension in particular.
	Divides []Divide `json:"divides,omitempty"`
	// Actor is who does it; Locus is where the actor stands.
	Actor string          `json:"actor"`
	Locus framework.Locus `json:"locus"`
	// Effort is in person-days, over everybody involved; LeadWeeks is the time until something can be seen.
	Effort    Range `json:"effort_days"`
	LeadWeeks Range `json:"lead_weeks"`
	// Stages in which it makes sense, in order; none means all.
	Stages []framework.Stage `json:"stages,omitempty"`
	// Prerequisites are ids of actions to be done before.
	Prerequisites []string `json:"prerequisites,omitempty"`
	// Signs say how one sees that it worked.
	Signs []string `json:"signs"`
	// BorrowsFrom is the other domain of practice it comes from, if any.
	BorrowsFrom string `json:"borrows_from,omitempty"`
	// ERIC is the nearest of the strategies of Powell et al. 2015 (doi:10.1186/s13012-015-0209-1), where one fits.
	ERIC string `json:"eric,omitempty"`
	// Sources are ids of the catalogue's sources; Reasoning argues for what they do not say.
	Sources    []string             `json:"sources,omitempty"`
	Reasoning  string               `json:"reasoning,omitempty"`
	Provenance framework.Provenance `json:"provenance"`
}

// A Target is one side of a parameter: the challenge side is meant to fall, the driver side to rise.
type Target struct {
	Parameter string         `json:"parameter"`
	Pole      framework.Pole `json:"pole"`
}

// A Range is from Low to High.
type Range struct {
	Low  float64 `json:"low"`
	High float64 `json:"high"`
}

// A Divide names what a tension depends on, in the words of data: within, perspective, context or goal.
type Divide string

// The divides that an action can answer.
const (
	Within      Divide = "within"
	Perspective Divide = "perspective"
	Context     Divide = "context"
	Goal        Divide = "goal"
)

// Divides lists them in order.
func Divides() []Divide { return []Divide{Within, Perspective, Context, Goal} }
