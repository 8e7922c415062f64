// Invariants: the article's statements that a catalogue can be checked against.

package framework

import "fmt"

// An Invariant is a published statement in a form that can be checked.
type Invariant struct {
	ID string
	// Statement paraphrases what is published; Source says where.
	Statement string
	Source    string
	// Applies reports whether a catalogue with these claims submits to it.
	Applies func(Claims) bool
	// Check reports whether the catalogue satisfies it, with what was found.
	Check func(*Catalogue) (holds bool, found string)
}

// A Finding is an invariant's outcome for one catalogue.
type Finding struct {
	Invariant string `json:"invariant"`
	Statement string `json:"statement"`
	// Outcome is "holds", "fails" or "does not apply".
	Outcome string `json:"outcome"`
	Found   string `json:"found"`
}

// modelID names the model whose published statements are checked, in Claims.
const modelID = "petrova-barclay-2024"

const modelSource = "Petrova & Barclay 2024, PLOS Digital Health 3(4):e0000470, abstract"

// PublishedInvariants lists the article's statements that can be checked on a catalogue. Those on the length of the list apply
// only where a full list is claimed: a catalogue derived from other evidence has its own length.
func PublishedInvariants() []Invariant {
	ofModel := func(c Claims) bool { return c.Model == modelID }
	full := func(c Claims) bool { return ofModel(c) && c.FullList }
	return []Invariant{
		{"nine-pure-challenges", "there are nine types of pure challenges", modelSource, ofModel, typesOf(9, PureChallenge)},
		{"four-pure-drivers", "there are four types of pure drivers", modelSource, ofModel, typesOf(4, PureDriver)},
		{"nine-forces", "there are nine types of oppositional or ambivalent forces", modelSource, ofModel, typesOf(9, Oppositional, Ambivalent)},
		{"parallels", "pure challenges have parallels in other domains of practice", modelSource, ofModel, parallels},
		{"drivers-by-distance", "pure drivers differ in distance from the solution and the team, and so in the control the team has", modelSource, ofModel, distances},
		{"pairs", "an oppositional force pairs a challenge with the driver that resolves or counteracts it", modelSource, ofModel, pairs},
		{"under-a-quarter-it", "less than a quarter of the parameters primarily concern the IT solution", modelSource, ofModel, underQuarter},
		{"over-500-challenges", "there are more than 500 challenges", modelSource, full, moreThan(500, Challenge)},
		{"over-300-drivers", "there are more than 300 drivers", modelSource, full, moreThan(300, Driver)},
	}
}

// Check holds the catalogue against invariants, in their order.
func (c *Catalogue) Check(invariants []Invariant) []Finding {
	findings := make([]Finding, 0, len(invariants))
	for _, inv := range invariants {
		f := Finding{Invariant: inv.ID, Statement: inv.Statement, Outcome: "does not apply"}
		holds, found := inv.Check(c)
		f.Found = found
		switch {
		case !inv.Applies(c.def.Claims):
		case holds:
			f.Outcome = "holds"
		default:
			f.Outcome = "fails"
		}
		findings = append(findings, f)
	}
	return findings
}

func typesOf(want int, forms ...Form) func(*Catalogue) (bool, string) {
	return func(c *Catalogue) (bool, string) {
		n := 0
		for t := range c.Types() {
			for _, f := range forms {
				if t.Form == f && t.Lifecycle.Scored() {
					n++
				}
			}
		}
		return n == want, fmt.Sprintf("%d", n)
	}
}

func parallels(c *Catalogue) (bool, string) {
	return everyType(c, PureChallenge, "parallel", func(t Type) bool { return len(t.LearnsFrom) > 0 })
}

func distances(c *Catalogue) (bool, string) {
	return everyType(c, PureDriver, "locus and control", func(t Type) bool { return t.Locus != 0 && t.Control != 0 })
}

func pairs(c *Catalogue) (bool, string) {
	return everyType(c, Oppositional, "pairing", func(t Type) bool { return len(t.Pairings) > 0 })
}

// everyType reports whether all types of a form satisfy ok, and which do not.
func everyType(c *Catalogue, f Form, noun string, ok func(Type) bool) (bool, string) {
	with, of, without := 0, 0, ""
	for t := range c.Types() {
		if t.Form != f || !t.Lifecycle.Scored() {
			continue
		}
		of++
		if ok(t) {
			with++
		} else {
			without += " " + t.ID
		}
	}
	found := fmt.Sprintf("%d of %d have a %s", with, of, noun)
	if without != "" {
		found += "; without:" + without
	}
	return with == of, found
}

func underQuarter(c *Catalogue) (bool, string) {
	it, all := 0, 0
	for p := range c.Parameters() {
		if !p.Lifecycle.Scored() {
			continue
		}
		all++
		if p.Area == ITSolution {
			it++
		}
	}
	return 4*it < all, fmt.Sprintf("%d of %d", it, all)
}

// moreThan counts parameters on a side; one with both poles counts on each.
func moreThan(least int, side Pole) func(*Catalogue) (bool, string) {
	return func(c *Catalogue) (bool, string) {
		n := 0
		for p := range c.Parameters() {
			if p.Lifecycle.Scored() && (p.Pole == side || p.Pole == Both) {
				n++
			}
		}
		return n > least, fmt.Sprintf("%d", n)
	}
}
