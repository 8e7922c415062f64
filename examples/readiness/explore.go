// Exploring coded material: similar phrases, relations, the framework matrix, saturation.

package main

import (
	"bufio"
	"bytes"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/hasteslowly/readiness/coding"
	"github.com/hasteslowly/readiness/coding/similar"
	"github.com/hasteslowly/readiness/framework/strict"
)

func (p program) similar(a arguments) error {
	var phrases []string
	if a.word(0) == "" {
		for x := range p.base.Parameters() {
			phrases = append(phrases, x.Name)
		}
	} else {
		f, err := os.Open(a.word(0))
		if err != nil {
			return err
		}
		defer f.Close()
		data, err := strict.ReadAll(a.word(0), f, strict.Limits{Bytes: 256 << 20})
		if err != nil {
			return err
		}
		for line := range strings.Lines(string(data)) {
			if line = strings.TrimSpace(line); line != "" {
				phrases = append(phrases, line)
			}
		}
	}
	threshold, err := a.share("threshold", 0.6)
	if err != nil {
		return err
	}
	index, err := similar.New(phrases, similar.Options{})
	if err != nil {
		return err
	}
	found, err := index.Pairs(threshold)
	if err != nil {
		return err
	}
	if a.flag("json") {
		return p.similarJSON(found, phrases)
	}
	out := bufio.NewWriter(p.out)
	defer out.Flush()
	for _, group := range found.Equal {
		fmt.Fprintf(out, "1.00  %d times the same words: %s\n", len(group), p.style.plain(phrases[group[0]]))
		for _, i := range group[1:] {
			fmt.Fprintf(out, "      %s\n", p.style.plain(phrases[i]))
		}
	}
	for _, x := range found.Pairs {
		fmt.Fprintf(out, "%.2f  %s\n      %s\n      %s\n", x.Similarity, p.style.plain(phrases[x.A]), p.style.plain(phrases[x.B]), p.style.plain(x.Reason()))
	}
	fmt.Fprintf(out, "%s of %s; proposals, which a person decides on\n", counted(len(found.Pairs)+len(found.Equal), "candidate"), counted(len(phrases), "phrase"))
	return nil
}

// similarJSON writes what was found with the phrases themselves.
func (p program) similarJSON(found similar.Found, phrases []string) error {
	type pair struct {
		A          string  `json:"a"`
		B          string  `json:"b"`
		Similarity float64 `json:"similarity"`
		Reason     string  `json:"reason"`
	}
	out := struct {
		Equal [][]string `json:"equal"`
		Pairs []pair     `json:"pairs"`
	}{}
	for _, group := range found.Equal {
		var same []string
		for _, i := range group {
			same = append(same, phrases[i])
		}
		out.Equal = append(out.Equal, same)
	}
	for _, x := range found.Pairs {
		out.Pairs = append(out.Pairs, pair{phrases[x.A], phrases[x.B], x.Similarity, x.Reason()})
	}
	_, err := p.out.Write(strict.Marshal(out))
	return err
}

// themes reads the material and how its codes are to be taken.
func (p program) themes(a arguments) (*coding.Material, func(string) string, error) {
	m, err := p.material(a.word(0))
	if err != nil {
		return nil, nil, err
	}
	if err := knownLens(m, a); err != nil {
		return nil, nil, err
	}
	depth, err := a.number("depth", 0)
	if err != nil {
		return nil, nil, err
	}
	labels := m.Labels()
	if depth == 0 {
		return m, func(code string) string { return labels[code] }, nil
	}
	tree, err := m.Codebook.Tree()
	if err != nil {
		return nil, nil, err
	}
	return m, func(code string) string { return labels[tree.Theme(code, depth)] }, nil
}

// knownLens refuses a lens under which nothing was coded.
func knownLens(m *coding.Material, a arguments) error {
	if !a.flag("lens") {
		return nil
	}
	used := map[string]bool{}
	for _, c := range m.Codings {
		used[string(c.Lens)] = true
	}
	if used[a.flags["lens"]] {
		return nil
	}
	return fmt.Errorf("%w: nothing is coded under the lens %q; there are %q", errUsage, a.flags["lens"], slices.Sorted(maps.Keys(used)))
}

// knownAttribute refuses an attribute that no case has.
func knownAttribute(m *coding.Material, name string) error {
	used := map[string]bool{}
	for _, c := range m.Cases {
		for a := range c.Attributes {
			used[a] = true
		}
	}
	if name == "" || used[name] {
		return nil
	}
	return fmt.Errorf("%w: no case has the attribute %q; there are %q", errUsage, name, slices.Sorted(maps.Keys(used)))
}

func (p program) relate(a arguments) error {
	m, as, err := p.themes(a)
	if err != nil {
		return err
	}
	within, err := a.number("within", 0)
	if err != nil {
		return err
	}
	r := coding.Relate(m, coding.Window{Within: within}, as)
	if a.flag("json") {
		_, err := p.out.Write(strict.Marshal(r))
		return err
	}
	if !slices.ContainsFunc(m.Codings, func(c coding.Coding) bool { return c.Sign != 0 }) {
		fmt.Fprintln(p.err, "note: no coding has a sign; relations need challenge, driver or both at each (column sign)")
	}
	p.print("Looked at what is in two documents or more.\n\nFELT BOTH WAYS: %s; %d associations of sign and attribute looked at\n", counted(len(r.Ambivalent), "factor"), r.LookedSigns)
	for _, f := range r.Ambivalent {
		p.print("  %s challenge in %d, driver in %d, both in %d\n", pad(f.Code, 44), f.Challenge, f.Driver, f.Both)
		for _, w := range f.GoesWith[:min(2, len(f.GoesWith))] {
			if x := w.Association; x.Q <= .1 {
				p.print("      with %s %s rather a %s: odds ratio %.2g (%.2g to %.2g), q %.2g\n", w.Attribute, w.Value, map[bool]string{true: "challenge", false: "driver"}[x.OddsRatio > 1], x.OddsRatio, x.Low, x.High, x.Q)
			}
		}
	}
	p.print("\nCHALLENGES AND DRIVERS TOGETHER: %s of %d looked at\n", counted(len(r.Oppositional), "pair"), r.LookedPairs)
	for _, x := range r.Oppositional {
		p.print("  %s - %s\n      said in %d, together in %d; odds ratio %.2g (%.2g to %.2g), q %.2g\n", x.Challenge, x.Driver, x.Said, x.Together, x.Association.OddsRatio, x.Association.Low, x.Association.High, x.Association.Q)
	}
	p.print("Proposals, which a person decides on.\n")
	return nil
}

func (p program) matrix(a arguments) error {
	m, as, err := p.themes(a)
	if err != nil {
		return err
	}
	if err := knownAttribute(m, a.flags["by"]); err != nil {
		return err
	}
	x, err := coding.Cross(m, coding.MatrixOptions{Lens: coding.Lens(a.flags["lens"]), As: as, By: a.flags["by"]})
	if err != nil {
		return err
	}
	labels := m.Labels()
	for i, c := range x.Cases {
		if a.flags["by"] == "" {
			x.Cases[i] = orElse(labels[c], c)
		}
	}
	var b bytes.Buffer
	switch {
	case a.flag("json"):
		b.Write(strict.Marshal(x))
	case a.flag("chart"):
		b.Write(strict.Marshal(x.Chart()))
	case a.flag("spans"):
		err = x.WriteSpans(&b, m)
	default:
		err = x.WriteCSV(&b)
	}
	if err != nil {
		return err
	}
	return p.write(a, b.Bytes())
}

func (p program) cooccur(a arguments) error {
	m, as, err := p.themes(a)
	if err != nil {
		return err
	}
	within, err := a.number("within", 0)
	if err != nil {
		return err
	}
	meetings := coding.Cooccur(m, coding.CooccurrenceOptions{Lens: coding.Lens(a.flags["lens"]), As: as, Spans: a.flag("within"), Distance: within})
	var b bytes.Buffer
	switch {
	case a.flag("json"):
		b.Write(strict.Marshal(meetings))
	case a.flag("chart"):
		b.Write(strict.Marshal(coding.MeetingsChart(meetings)))
	default:
		err = coding.WriteMeetings(&b, meetings)
	}
	if err != nil {
		return err
	}
	return p.write(a, b.Bytes())
}

func (p program) saturation(a arguments) error {
	m, as, err := p.themes(a)
	if err != nil {
		return err
	}
	seed, err := a.number("seed", 0)
	if err != nil {
		return err
	}
	s := coding.Saturate(m, coding.SaturationOptions{Lens: coding.Lens(a.flags["lens"]), As: as, Seed: uint64(seed)})
	var b bytes.Buffer
	switch {
	case a.flag("json"):
		b.Write(strict.Marshal(s))
	case a.flag("chart"):
		b.Write(strict.Marshal(s.Chart()))
	default:
		fmt.Fprintf(p.err, "%s from %s; %d in one source only, %d in two; a further source's codes are known to %.0f%%; at least %.0f more are unseen\n", counted(s.Codes, "code"), counted(s.Sources, "source"), s.Once, s.Twice, 100*s.Coverage, s.Unseen)
		if s.Never == 1 {
			fmt.Fprintf(p.err, "%s: not reached with these sources\n", s.Rule)
		} else {
			fmt.Fprintf(p.err, "%s: after %d sources (%d to %d in 95%% of %d orders; never in %.0f%%)\n", s.Rule, s.Stop, s.StopLow, s.StopHigh, s.Permutations, 100*s.Never)
		}
		if s.Sources < 10 {
			fmt.Fprintln(p.err, "note: with fewer than ten sources these are hardly estimates")
		}
		err = s.WriteCSV(&b)
	}
	if err != nil {
		return err
	}
	return p.write(a, b.Bytes())
}
