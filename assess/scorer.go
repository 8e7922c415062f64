// Scorers: a catalogue prepared once, to score many profiles.

package assess

import (
	"errors"

	"github.com/hasteslowly/readiness/framework"
	"github.com/hasteslowly/readiness/framework/profile"
)

// A Scorer scores profiles on one catalogue with one set of options. It is immutable and safe for concurrent use.
type Scorer struct {
	catalogue  *framework.Catalogue
	options    Options
	types      []typeInfo
	parameters []parameterInfo
	index      map[string]int // id of a parameter -> its number
	typeIndex  map[string]int
}

// A typeInfo is what scoring needs of a type. Its parameters are numbered first to last-1.
type typeInfo struct {
	framework.Type
	weight      float64
	first, last int
}

// A parameterInfo is what scoring needs of a parameter.
type parameterInfo struct {
	framework.Parameter
	typ     int
	weight  float64
	control framework.Control
	stages  uint16 // bit s is set when the parameter matters at stage s
}

// NewScorer prepares a catalogue. Entries that are withdrawn are left out. Options that do not fit are reported all at once.
func NewScorer(c *framework.Catalogue, o Options) (*Scorer, error) {
	if c == nil {
		return nil, errors.New("assess: no catalogue")
	}
	if err := o.check(c); err != nil {
		return nil, err
	}
	s := &Scorer{catalogue: c, options: o.withDefaults(), index: map[string]int{}, typeIndex: map[string]int{}}
	for t := range c.Types() {
		if t.Lifecycle.Scored() {
			s.addType(t, weightOf(o.TypeWeights, t.ID))
		}
	}
	return s, nil
}

// Options returns the options, with their defaults.
func (s *Scorer) Options() Options { return s.options.withDefaults() }

// Catalogue returns the catalogue.
func (s *Scorer) Catalogue() *framework.Catalogue { return s.catalogue }

func (s *Scorer) addType(t framework.Type, weight float64) {
	s.typeIndex[t.ID] = len(s.types)
	info := typeInfo{Type: t, weight: weight, first: len(s.parameters)}
	for _, p := range t.Parameters {
		if !p.Lifecycle.Scored() {
			continue
		}
		s.index[p.ID] = len(s.parameters)
		x := parameterInfo{Parameter: p, typ: len(s.types), weight: weightOf(s.options.ParameterWeights, p.ID), control: p.Control}
		if x.control == 0 && p.Pole.Helps() {
			x.control = t.Control
		}
		for _, stage := range p.Stages {
			x.stages |= 1 << stage
		}
		s.parameters = append(s.parameters, x)
	}
	info.last = len(s.parameters)
	s.types = append(s.types, info)
}

// applies reports whether the parameter is scored at a stage.
func (p *parameterInfo) applies(stage framework.Stage) bool {
	return stage == 0 || p.stages == 0 || p.stages&(1<<stage) != 0
}

// Score scores a profile. A profile that rates what the catalogue does not have is an error.
func (s *Scorer) Score(p *profile.Profile) (*Result, error) { return s.ScoreMoved(p, nil) }

// A Move shifts every answer to one side of a parameter by steps of the scale, within 0..4.
type Move struct {
	Parameter string         `json:"parameter"`
	Pole      framework.Pole `json:"pole"` // Challenge moves Hinders, Driver moves Helps
	Steps     float64        `json:"steps"`
}

// ScoreMoved scores the profile as it would be after moves. Answers that are missing stay missing.
func (s *Scorer) ScoreMoved(p *profile.Profile, moves []Move) (*Result, error) {
	t, err := s.tally(p, moves)
	if err != nil {
		return nil, err
	}
	r := &Result{scorer: s, profile: p, cells: t.cells, perspectives: t.perspectives}
	r.parameters = make([]sides, len(s.parameters))
	for i := range s.parameters {
		if s.parameters[i].applies(t.stage) {
			r.parameters[i] = t.parameter(i)
		}
	}
	r.types = make([]typeScore, len(s.types))
	for i := range s.types {
		r.types[i] = s.scoreType(i, r.parameters)
	}
	r.components = s.components(r.types)
	r.readiness = s.readiness(r.components)
	return r, nil
}
