// Ledgers: the funnel, why something is where it is, what two people decided unlike.

package main

import (
	"bytes"
	"fmt"
	"os"
	"strings"

	"github.com/hasteslowly/readiness/coding"
	"github.com/hasteslowly/readiness/coding/reference"
	"github.com/hasteslowly/readiness/framework/strict"
)

func readLedger(name string) (coding.Ledger, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return coding.ReadLedger(f)
}

// evidence reads the files that words name; none is the reference's two waves.
func evidence(names []string) ([]coding.Evidence, error) {
	if len(names) == 0 {
		return reference.Evidence()
	}
	var all []coding.Evidence
	for _, name := range names {
		f, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		e, err := coding.ReadEvidence(f)
		f.Close()
		if err != nil {
			return nil, err
		}
		all = append(all, e)
	}
	return all, nil
}

func (p program) codeFunnel(a arguments) error {
	if a.word(0) == "" {
		d, err := reference.Derive()
		if err != nil {
			return err
		}
		if a.flag("json") {
			_, err := p.out.Write(strict.Marshal(d.Funnel))
			return err
		}
		_, err = p.out.Write(d.FunnelPage())
		return err
	}
	l, err := readLedger(a.word(0))
	if err != nil {
		return err
	}
	waves, err := evidence(a.words[1:])
	if err != nil {
		return err
	}
	s, err := coding.Replay(l, waves...)
	if err != nil {
		return err
	}
	_, err = p.out.Write(strict.Marshal(s.Funnel()))
	return err
}

func (p program) blame(a arguments) error {
	if a.word(0) == "" {
		return fmt.Errorf("%w: name a parameter or a raw parameter", errUsage)
	}
	var l coding.Ledger
	said := map[string]string{} // what a raw parameter says
	if a.word(1) != "" {
		var err error
		if l, err = readLedger(a.word(1)); err != nil {
			return err
		}
	} else {
		d, err := reference.Derive()
		if err != nil {
			return err
		}
		l = d.Ledger
		for _, f := range d.State.Fates() {
			said[f.Raw.ID] = f.Raw.Name
		}
	}
	steps := l.Blame(a.word(0))
	if len(steps) == 0 {
		return fmt.Errorf("%w: the ledger has nothing on %q %s", errUsage, a.word(0), p.base.Suggest(a.word(0)))
	}
	if a.flag("json") {
		_, err := p.out.Write(strict.Marshal(steps))
		return err
	}
	if x, ok := p.base.Parameter(a.word(0)); ok && a.word(1) == "" {
		p.print("%s (%s)\n%s of %s; readers are language models, see coding/reference/AUDIT.md\n\n", x.Name, x.Type, counted(x.Raw, "raw parameter"), counted(len(x.Sources), "source"))
	}
	for _, s := range steps {
		text := s.String()
		if words := said[s.Of]; words != "" {
			text = strings.Replace(text, s.Of, fmt.Sprintf("%s %q", s.Of, words), 1)
		}
		p.print("%s\n", text)
	}
	return nil
}

// two reads two ledgers and replays them.
func (a arguments) two() (x, y coding.Ledger, waves []coding.Evidence, err error) {
	if len(a.words) < 2 {
		return nil, nil, nil, fmt.Errorf("%w: name two ledgers", errUsage)
	}
	if x, err = readLedger(a.word(0)); err != nil {
		return nil, nil, nil, err
	}
	if y, err = readLedger(a.word(1)); err != nil {
		return nil, nil, nil, err
	}
	waves, err = evidence(a.words[2:])
	return x, y, waves, err
}

func (p program) diff(a arguments) error {
	x, y, waves, err := a.two()
	if err != nil {
		return err
	}
	s, err := coding.Replay(x, waves...)
	if err != nil {
		return fmt.Errorf("%s: %w", a.word(0), err)
	}
	t, err := coding.Replay(y, waves...)
	if err != nil {
		return fmt.Errorf("%s: %w", a.word(1), err)
	}
	differences := coding.Diff(s, t)
	if a.flag("json") {
		_, err := p.out.Write(strict.Marshal(differences))
		return err
	}
	for _, d := range differences {
		p.print("%v\n", d)
	}
	p.print("%s\n", counted(len(differences), "difference"))
	return nil
}

func (p program) unite(a arguments) error {
	ours, theirs, waves, err := a.two()
	if err != nil {
		return err
	}
	both, conflicts, err := coding.Unite(ours, theirs, waves...)
	if err != nil {
		return err
	}
	for _, c := range conflicts {
		fmt.Fprintf(p.err, "conflict: %v\n", c)
	}
	fmt.Fprintf(p.err, "%s of ours, %s of theirs taken, %s left to decide\n", counted(len(ours), "decision"), counted(len(both)-len(ours), "decision"), counted(len(conflicts), "conflict"))
	var b bytes.Buffer
	if err := both.Write(&b); err != nil {
		return err
	}
	return p.write(a, b.Bytes())
}
