// The funnel: how many of what are left at each step, with nothing lost between them.

package coding

import "github.com/hasteslowly/readiness/framework"

// A Funnel counts, from raw parameters to types.
type Funnel struct {
	Sources         int `json:"sources"`
	RawChallenges   int `json:"raw_challenges"`
	RawDrivers      int `json:"raw_drivers"`
	RawTwoSigned    int `json:"raw_two_signed"`
	Split           int `json:"split"` // two-signed factors parted in two
	Placed          int `json:"placed"`
	Unplaced        int `json:"unplaced"`
	Undecided       int `json:"undecided"` // neither placed nor left out, or placed and not merged: 0 when the work is done
	Parameters      int `json:"parameters"`
	Challenges      int `json:"challenges"` // parameters whose raw parameters are challenges alone
	Drivers         int `json:"drivers"`    // drivers alone
	Mixed           int `json:"mixed"`      // of both signs, or two-signed
	AboutITSolution int `json:"about_it_solution"`
	Types           int `json:"types"`
}

// Funnel counts the state. Raw challenges + raw drivers + raw two-signed + split = placed + unplaced + undecided, since a split
// makes two of one.
func (s *State) Funnel() Funnel {
	n := Funnel{Sources: len(s.accounts), Parameters: len(s.made)}
	for _, a := range s.accounts {
		n.RawChallenges += len(a.Challenges)
		n.RawDrivers += len(a.Drivers)
		n.RawTwoSigned += len(a.TwoSigned)
	}
	for _, f := range s.fates {
		switch {
		case f.Halves != nil:
			n.Split++
		case f.Unplaced:
			n.Unplaced++
		case f.Parameter != "":
			n.Placed++
		default:
			n.Undecided++
		}
	}
	types := map[string]bool{}
	for _, p := range s.parameters {
		types[p.Type] = true
		if p.Area == framework.ITSolution {
			n.AboutITSolution++
		}
		switch s.pole(p) {
		case framework.Challenge:
			n.Challenges++
		case framework.Driver:
			n.Drivers++
		case framework.Both:
			n.Mixed++
		}
	}
	n.Types = len(types)
	return n
}

// Fates returns what became of every raw parameter, in order of import, halves behind their whole.
func (s *State) Fates() []Fate {
	fates := make([]Fate, 0, len(s.order))
	for _, id := range s.order {
		whole := s.fates[id]
		fates = append(fates, *whole)
		for _, half := range whole.Halves {
			fates = append(fates, *s.fates[half])
		}
	}
	return fates
}
