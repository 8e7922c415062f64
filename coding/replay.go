// Replay: carrying a ledger's decisions out on the evidence.

package coding

import (
	"fmt"
	"slices"

	"github.com/hasteslowly/readiness/framework"
	"github.com/hasteslowly/readiness/framework/strict"
)

// A Fate is what has become of a raw parameter.
type Fate struct {
	Raw Raw
	// Type and Why are set once it is placed; Unplaced and Why once it is left out.
	Type     string
	Unplaced bool
	Why      string
	// Parameter is the id of the parameter it was merged into.
	Parameter string
	// Halves are the raw parameters it was split into.
	Halves []string
}

// A Parameter is a distinct parameter under construction.
type Parameter struct {
	ID, Name, Meaning string
	Type              string
	Raws              []string
	Area              framework.Area
	Stages            []framework.Stage
	Locus             framework.Locus
	Control           framework.Control
	Critical          string
	Answers           []string // challenges that this driver is paired with
	// Why is the reason of its first merge.
	Why string
	// Since is the release that first had it; empty before any.
	Since string
}

// A State is what a ledger has made of the evidence so far.
type State struct {
	accounts   []Account
	fates      map[string]*Fate
	order      []string // of wholes: imported order
	parameters map[string]*Parameter
	made       []string // parameters in the order of their first merge
	evidence   []Evidence
	imported   map[string]bool // digests
	releases   []string
}

// Replay carries out the ledger on evidence, of which each import takes the one with its SHA-256. Entries that were undone are passed over.
// Decisions that do not fit are all reported, each with its number, as a [*strict.Error].
func Replay(l Ledger, evidence ...Evidence) (*State, error) {
	s := &State{fates: map[string]*Fate{}, parameters: map[string]*Parameter{}, evidence: evidence, imported: map[string]bool{}}
	undone, problems := l.Undone()
	for i, e := range l {
		if undone[i] {
			continue
		}
		if err := s.apply(e); err != nil {
			problems = append(problems, strict.Problem{
				Line: i + 1, Column: 1, Path: fmt.Sprintf("%s %s", e.Op, e.Of), What: err.Error(), Cure: "correct the entry, or one before it",
			})
		}
	}
	return s, strict.Fail("ledger", problems)
}

func (s *State) apply(e Entry) error {
	if e.Who == "" || e.Why == "" {
		return fmt.Errorf("says not who or not why")
	}
	if len(s.imported) == 0 && e.Op != Import {
		return fmt.Errorf("comes before the import")
	}
	switch e.Op {
	case Import:
		return s.load(e)
	case Split:
		return s.split(e)
	case Sign:
		return s.sign(e)
	case Place:
		return s.place(e)
	case Unplace:
		return s.unplace(e)
	case Merge:
		return s.merge(e)
	case Rename:
		return s.rename(e)
	case Unmerge:
		return s.unmerge(e)
	case Pair:
		return s.pair(e)
	case Note:
		return s.memo(e)
	case Release:
		return s.release(e)
	case Undo:
		return nil
	}
	return fmt.Errorf("%q is no kind of decision", e.Op)
}

func (s *State) load(e Entry) error {
	at := slices.IndexFunc(s.evidence, func(v Evidence) bool { return v.Digest == e.Of })
	switch {
	case s.imported[e.Of]:
		return fmt.Errorf("imports the same evidence twice")
	case at < 0:
		return fmt.Errorf("was made on evidence with SHA-256 %s, which is not here", e.Of)
	}
	accounts := s.evidence[at].Accounts
	for _, r := range Raws(accounts) {
		if s.fates[r.ID] != nil {
			return fmt.Errorf("brings %s, which is there already", r.ID)
		}
	}
	s.imported[e.Of] = true
	s.accounts = append(s.accounts, accounts...)
	for _, r := range Raws(accounts) {
		s.fates[r.ID] = &Fate{Raw: r}
		s.order = append(s.order, r.ID)
	}
	return nil
}

func (s *State) release(e Entry) error {
	if slices.Contains(s.releases, e.Of) || e.Of == "" {
		return fmt.Errorf("is released already, or has no version")
	}
	s.releases = append(s.releases, e.Of)
	for _, id := range s.made {
		if p := s.parameters[id]; p.Since == "" {
			p.Since = e.Of
		}
	}
	return nil
}

func (s *State) memo(e Entry) error {
	if s.fates[e.Of] == nil && s.parameters[e.Of] == nil {
		return fmt.Errorf("%s is neither a raw parameter nor a parameter", e.Of)
	}
	return nil
}

// open finds a raw parameter that is neither split nor merged.
func (s *State) open(id string) (*Fate, error) {
	f := s.fates[id]
	switch {
	case f == nil:
		return nil, fmt.Errorf("%s is no raw parameter", id)
	case f.Halves != nil:
		return nil, fmt.Errorf("%s is split already", id)
	case f.Parameter != "":
		return nil, fmt.Errorf("%s is merged into %s already", id, f.Parameter)
	}
	return f, nil
}

func (s *State) split(e Entry) error {
	f, err := s.open(e.Of)
	if err != nil {
		return err
	}
	if f.Raw.Sign != framework.Both || f.Type != "" || f.Unplaced {
		return fmt.Errorf("%s is not two-signed, or placed already", e.Of)
	}
	for _, sign := range []framework.Pole{framework.Challenge, framework.Driver} {
		half := f.Raw
		half.ID, half.Sign = f.Raw.ID+"/"+sign.String(), sign
		f.Halves = append(f.Halves, half.ID)
		s.fates[half.ID] = &Fate{Raw: half}
	}
	return nil
}

func (s *State) sign(e Entry) error {
	f, err := s.open(e.Of)
	if err != nil {
		return err
	}
	if len(e.In) != 1 {
		return fmt.Errorf("names %d signs", len(e.In))
	}
	f.Raw.Sign, err = framework.ParsePole(e.In[0])
	return err
}

func (s *State) unplace(e Entry) error {
	f, err := s.open(e.Of)
	if err != nil {
		return err
	}
	f.Type, f.Unplaced, f.Why = "", true, e.Why
	return nil
}

func (s *State) rename(e Entry) error {
	p := s.parameters[e.Of]
	if p == nil || e.Name == "" {
		return fmt.Errorf("%s is no parameter yet, or gets no name", e.Of)
	}
	p.Name, p.Meaning = e.Name, e.Meaning
	return nil
}

func (s *State) pair(e Entry) error {
	for _, id := range append([]string{e.Of}, e.In...) {
		if s.parameters[id] == nil {
			return fmt.Errorf("%s is no parameter yet", id)
		}
	}
	s.parameters[e.Of].Answers = append(s.parameters[e.Of].Answers, e.In...)
	return nil
}
