// States: whether an answer was given, and if not, why not.

package profile

import (
	"fmt"
	"strings"
)

// A State says whether an observation carries an answer. The zero value means: rated if there is a rating, else not asked.
type State uint8

const (
	_ State = iota
	// Rated means at least one side was answered.
	Rated
	// DontKnow means asked, and the respondent could not say. Lowers coverage and widens bounds.
	DontKnow
	// NotApplicable means the parameter has no meaning for this respondent's part of the project. Leaves the parameter out.
	NotApplicable
	// NotAsked means no answer, without a reason. Lowers coverage and widens bounds.
	NotAsked
	// Contradictory means the respondent answered twice about the same context and goal, and differently. It arises from
	// observations and is not written in data. Lowers coverage and widens bounds.
	Contradictory
)

var stateNames = [...]string{"", "rated", "don't know", "not applicable", "not asked", "contradictory"}

// States lists the states that data may carry, in order.
func States() []State { return []State{Rated, DontKnow, NotApplicable, NotAsked} }

// String gives the name used in data.
func (s State) String() string {
	if int(s) < len(stateNames) {
		return stateNames[s]
	}
	return fmt.Sprintf("state(%d)", uint8(s))
}

// ParseState reads a state's name, in any case, with spaces, hyphens or underscores, the apostrophe optional; the empty string is unset.
func ParseState(text string) (State, error) {
	plain := strings.NewReplacer("-", " ", "_", " ", "'", "", "\u2019", "").Replace(strings.ToLower(strings.TrimSpace(text)))
	if plain == "" {
		return 0, nil
	}
	for _, s := range States() {
		if plain == strings.ReplaceAll(s.String(), "'", "") {
			return s, nil
		}
	}
	return 0, fmt.Errorf("%.40q is no state: rated, don't know, not applicable or not asked", text)
}

// MarshalText gives the name.
func (s State) MarshalText() ([]byte, error) {
	if s == 0 || s >= Contradictory {
		return nil, fmt.Errorf("profile: state %q is not written in data", s.String())
	}
	return []byte(s.String()), nil
}

// UnmarshalText reads a name.
func (s *State) UnmarshalText(text []byte) error {
	parsed, err := ParseState(string(text))
	if err == nil {
		*s = parsed
	}
	return err
}
