// Two moments of one project: what changed, and whether it is more than other respondents would make.

package main

import (
	"bytes"
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/hasteslowly/readiness/assess"
	"github.com/hasteslowly/readiness/assess/uncertainty"
	"github.com/hasteslowly/readiness/framework/strict"
)

// compare prints the change from the first profile to the second.
func (p program) compare(a arguments) error {
	if len(a.words) < 2 {
		return fmt.Errorf("%w: name two profiles, the earlier first", errUsage)
	}
	o, err := drawn(a)
	if err != nil {
		return err
	}
	earlier := p
	if overlay, ok := a.flags["overlay-before"]; ok {
		if earlier.base, earlier.library, err = catalogueWith(overlay); err != nil {
			return err
		}
	}
	before, err := earlier.scoredFile(a.words[0])
	if err != nil {
		return err
	}
	after, err := p.scoredFile(a.words[1])
	if err != nil {
		return err
	}
	c, err := uncertainty.Compare(before, after, uncertainty.ChangeOptions{Draws: o.Draws, Seed: o.Seed, Bridge: a.flag("bridge")})
	if err != nil {
		return err
	}
	if a.flag("json") {
		_, err := p.out.Write(strict.Marshal(c))
		return err
	}
	s := &sheet{style: p.style}
	s.change(c)
	_, err = s.WriteTo(p.out)
	return err
}

func (p program) scoredFile(word string) (*assess.Result, error) {
	x, err := p.load(word)
	if err != nil {
		return nil, err
	}
	return p.score(x)
}

// A sheet is text in the making: what screen has, without an assessment.
type sheet struct {
	style
	bytes.Buffer
}

func (s *sheet) line(format string, args ...any) {
	s.WriteString(strings.TrimRight(s.plain(fmt.Sprintf(format, args...)), " ") + "\n")
}

func (s *sheet) section(name, format string, args ...any) {
	s.WriteString("\n" + s.strong(name) + s.plain(fmt.Sprintf("%*s%s", max(13-len(name), 1), "", fmt.Sprintf(format, args...))) + "\n")
}

func (s *sheet) paragraph(indent int, text string) {
	for _, l := range wrap(text, width-indent) {
		s.line("%s%s", strings.Repeat(" ", indent), l)
	}
}

func (s *sheet) change(c *uncertainty.Change) {
	s.WriteString(s.strong("CHANGE") + "       " + s.plain(moment(c.Before)) + "\n")
	s.line("          to %s", moment(c.After))
	how := "drawn apart at each moment"
	if len(c.Paired) > 0 {
		how = "person by person for " + strings.Join(c.Paired, ", ")
	}
	s.paragraph(13, fmt.Sprintf("on the %d of %d sides of parameters that the same perspectives answered both times, those that a rating of a whole type stands for included; respondents drawn anew, %s", c.Common, c.Answered, how))
	for _, b := range c.Bridged {
		s.paragraph(13, "bridged: "+b)
	}
	for _, w := range c.Warnings {
		s.paragraph(13, w.Text)
	}
	s.section("READINESS", "%s", verdict(c.Readiness, 1))
	s.paragraph(13, fmt.Sprintf("on its own questions: %s, then %s", ownGround(c.Before.Readiness), ownGround(c.After.Readiness)))
	types := slices.Clone(c.Types)
	by := func(d uncertainty.Difference) float64 {
		switch {
		case d.Index != nil:
			return 1e6 + math.Abs(*d.Index)
		case d.Change != nil:
			return math.Abs(*d.Change)
		}
		return -1
	}
	slices.SortStableFunc(types, func(a, b uncertainty.Difference) int { return cmp.Compare(by(b), by(a)) })
	var unknown []string
	for i, d := range types {
		if d.Change == nil {
			unknown = append(unknown, d.Name)
			continue
		}
		if i == 0 {
			s.section("TYPES", "clearance, 0 to 1: how far each is out of the way; the surest change first")
		}
		s.line("  %s %s", pad(d.Name, 31), verdict(d, 100))
	}
	if len(unknown) > 0 {
		s.section("NOT KNOWN", "at both moments, by the same perspectives")
		s.paragraph(2, strings.Join(unknown, ", "))
	}
	told := 0
	for _, d := range c.Types {
		if d.Index != nil {
			told++
		}
	}
	if told == 0 {
		return
	}
	s.WriteString("\n")
	s.paragraph(0, fmt.Sprintf("The index is the change over its standard error (Jacobson & Truax 1991), found by drawing respondents %d times anew. A change is reliable beyond Student's quantile at %.0f%%, in brackets. "+
		"It says that other respondents would hardly have made as much, not what made it; of %s about %.0f would pass by chance.", c.Draws, 100*c.Level, counted(told, "type"), math.Round(float64(told)*(1-c.Level))))
}

func moment(m uncertainty.Moment) string {
	at := m.At
	if m.Stage != "" {
		at = strings.TrimPrefix(at+", stage "+m.Stage, ", ")
	}
	return strings.TrimSuffix(m.Project+"; "+at, "; ")
}

func ownGround(e assess.Estimate) string {
	if !e.Known {
		return fmt.Sprintf("not known (%.0f to %.0f)", e.Low, e.High)
	}
	return fmt.Sprintf("%.0f (%.0f to %.0f)", e.Value, e.Low, e.High)
}

// verdict prints before, after, change and what it amounts to; scale is 1 for readiness, 100 for what has two decimals.
func verdict(d uncertainty.Difference, scale float64) string {
	number := func(x *float64, sign string) string {
		if x == nil {
			return "?"
		}
		if scale == 1 {
			return fmt.Sprintf("%"+sign+".1f", *x)
		}
		return strings.Replace(fmt.Sprintf("%"+sign+".2f", *x), "0.", ".", 1)
	}
	text := fmt.Sprintf("%4s -> %4s  %5s", number(d.Before, ""), number(d.After, ""), number(d.Change, "+"))
	if d.Change == nil {
		return "not known at both moments"
	}
	if d.Index == nil {
		return text + "  cannot tell: " + strings.SplitN(d.Undefined, ":", 2)[0]
	}
	return fmt.Sprintf("%s  index %+5.1f (%.1f)  %s", text, *d.Index, d.Threshold, d.Verdict)
}
