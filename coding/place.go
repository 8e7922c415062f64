// Placing: under the lens of type for raw parameters, under the others for distinct ones.

package coding

import (
	"fmt"

	"github.com/hasteslowly/readiness/framework"
)

func (s *State) place(e Entry) error {
	if e.Lens == LensType {
		return s.placeRaw(e)
	}
	p := s.parameters[e.Of]
	if p == nil {
		return fmt.Errorf("%s is no parameter yet", e.Of)
	}
	if e.Lens == LensCritical {
		p.Critical = e.Why
		return nil
	}
	if e.Lens == LensStage {
		return p.placeStages(e.In)
	}
	if len(e.In) != 1 {
		return fmt.Errorf("names %d values, not one", len(e.In))
	}
	var err error
	switch e.Lens {
	case LensArea:
		p.Area, err = framework.ParseArea(e.In[0])
	case LensLocus:
		p.Locus, err = framework.ParseLocus(e.In[0])
	case LensControl:
		p.Control, err = framework.ParseControl(e.In[0])
	default:
		err = fmt.Errorf("%q is no lens for placing a parameter", e.Lens)
	}
	return err
}

func (s *State) placeRaw(e Entry) error {
	f, err := s.open(e.Of)
	if err != nil {
		return err
	}
	if len(e.In) != 1 {
		return fmt.Errorf("names %d types, not one", len(e.In))
	}
	f.Type, f.Unplaced, f.Why = e.In[0], false, e.Why
	return nil
}

func (p *Parameter) placeStages(names []string) error {
	p.Stages = nil
	for _, name := range names {
		stage, err := framework.ParseStage(name)
		if err != nil {
			return err
		}
		p.Stages = append(p.Stages, stage)
	}
	return nil
}
