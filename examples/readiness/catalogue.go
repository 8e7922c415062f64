// Browsing: the catalogue, the rules, the actions.

package main

import (
	"fmt"
	"strings"

	"github.com/hasteslowly/readiness/coding/reference"
	"github.com/hasteslowly/readiness/framework"
	"github.com/hasteslowly/readiness/framework/strict"
	"github.com/hasteslowly/readiness/recommend"
)

func (p program) print(format string, args ...any) {
	fmt.Fprint(p.out, p.style.plain(fmt.Sprintf(format, args...)))
}

func (p program) printWrapped(indent int, text string) {
	for _, l := range wrap(text, width-indent) {
		p.print("%s%s\n", strings.Repeat(" ", indent), l)
	}
}

func (p program) catalogue(a arguments) error {
	c := p.base
	switch {
	case a.word(0) == "show" && len(a.words) == 2:
		return p.show(c, a)
	case a.word(0) == "check" && len(a.words) == 1:
		for _, f := range c.Check(framework.PublishedInvariants()) {
			p.print("%s %s (found: %s)\n", pad(f.Outcome, 15), f.Statement, f.Found)
		}
		return nil
	case a.word(0) == "funnel" && len(a.words) == 1:
		d, err := reference.Derive()
		if err != nil {
			return err
		}
		p.print("%s", d.FunnelPage())
		return nil
	case len(a.words) > 0:
		return fmt.Errorf("%w: catalogue, catalogue show ID, catalogue check or catalogue funnel", errUsage)
	case a.flag("json"):
		_, err := p.out.Write(strict.Marshal(c))
		return err
	}
	p.print("%s %s: %d parameters of %d sources\n", c.Title(), c.Version(), c.Len(), count(c.Sources()))
	form := framework.Form(0)
	for t := range c.Types() {
		if t.Form != form {
			form = t.Form
			fmt.Fprintln(p.out, p.style.strong("\n"+strings.ToUpper(form.String())))
		}
		p.print("  %s %3d  %s\n", pad(t.ID, 24), len(t.Parameters), cut(strings.TrimSpace(t.ChallengePole+" "+t.DriverPole), width-32))
	}
	p.print("\n")
	p.printWrapped(0, "Names and definitions of the types and parameters are this project's; the forms and their counts are published. More: readiness catalogue show ID")
	return nil
}

func count[T any](seq func(func(T) bool)) int {
	n := 0
	for range seq {
		n++
	}
	return n
}

func (p program) show(c *framework.Catalogue, a arguments) error {
	id := a.word(1)
	if t, ok := c.Type(id); ok {
		return p.showOne(a, t, func() { p.showType(t) })
	}
	if x, ok := c.Parameter(id); ok {
		return p.showOne(a, x, func() { p.showParameter(c, x) })
	}
	if s, ok := c.Source(id); ok {
		return p.showOne(a, s, func() {
			p.printWrapped(0, s.Citation)
			p.print("%s\n%s; %s; read: %s\n", s.URL, s.Kind, s.Setting, s.Seen)
			for x := range c.Parameters() {
				for _, source := range x.Sources {
					if source == id {
						p.print("  %s %s\n", pad(x.ID, 40), x.Name)
					}
				}
			}
		})
	}
	return fmt.Errorf("%w: %q is no type, parameter or source; %s", errUsage, id, c.Suggest(id))
}

func (p program) showOne(a arguments, v any, print func()) error {
	if a.flag("json") {
		_, err := p.out.Write(strict.Marshal(v))
		return err
	}
	print()
	return nil
}

func (p program) showType(t framework.Type) {
	fmt.Fprintln(p.out, p.style.strong(p.style.plain(t.Name)))
	p.print("%s; %v; %v by this project; %s\n", t.ID, t.Form, t.Provenance, counted(len(t.Sources), "source"))
	for _, pole := range []struct{ name, text string }{{"challenge", t.ChallengePole}, {"driver", t.DriverPole}} {
		if pole.text != "" {
			p.printWrapped(2, pole.name+": "+pole.text)
		}
	}
	if t.Locus != 0 {
		p.print("  drivers lie %v; control: %v\n", t.Locus, t.Control)
	}
	for _, l := range t.LearnsFrom {
		p.printWrapped(2, "learns from "+l.Domain+": "+l.LookFor)
	}
	p.print("\n")
	for _, x := range t.Parameters {
		p.print("  %s %s %s\n", pad(x.Pole.String(), 9), pad(x.ID, 40), cut(x.Name, width-53))
	}
	for _, pair := range t.Pairings {
		p.printWrapped(2, pair.Driver+" answers "+strings.Join(pair.Challenges, ", "))
	}
}

func (p program) showParameter(c *framework.Catalogue, x framework.Parameter) {
	fmt.Fprintln(p.out, p.style.strong(p.style.plain(x.Name)))
	p.printWrapped(0, x.Meaning)
	p.printWrapped(0, fmt.Sprintf("%s; type %s; asked as: %v; area: %v; %v by this project from %s", x.ID, x.Type, x.Pole, x.Area, x.Provenance, counted(x.Raw, "raw parameter")))
	if len(x.Stages) > 0 {
		var stages []string
		for _, s := range x.Stages {
			stages = append(stages, s.String())
		}
		p.print("stages: %s\n", strings.Join(stages, ", "))
	}
	if x.Locus != 0 {
		p.print("lies %v; control: %v\n", x.Locus, x.Control)
	}
	if x.Critical != "" {
		p.printWrapped(0, "CRITICAL: "+x.Critical)
	}
	for _, id := range x.Sources {
		s, _ := c.Source(id)
		p.printWrapped(2, id+": "+s.Citation)
	}
}

func (p program) rules(arguments) error {
	for _, r := range recommend.Rules() {
		fmt.Fprintf(p.out, "%d %s\n", r.Number, p.style.strong(r.ID))
		p.printWrapped(4, r.Title+".")
		p.printWrapped(4, r.Doc)
		p.printWrapped(4, "Whose: "+r.Basis)
	}
	return nil
}

func (p program) actions(a arguments) error {
	l := p.library
	if id := a.word(0); id != "" {
		action, ok := l.Action(id)
		if !ok {
			return fmt.Errorf("%w: %q is no action; see readiness actions", errUsage, id)
		}
		return p.showOne(a, action, func() { p.showAction(action) })
	}
	var all []recommend.Action
	for action := range l.Actions() {
		all = append(all, action)
	}
	return p.showOne(a, all, func() {
		for _, action := range all {
			p.print("%s %s %s\n", pad(action.Type, 24), pad(action.ID, 36), cut(action.Title, width-62))
		}
	})
}

func (p program) showAction(a recommend.Action) {
	fmt.Fprintln(p.out, p.style.strong(p.style.plain(a.Title)))
	p.printWrapped(0, a.Do)
	p.printWrapped(0, fmt.Sprintf("who: %s; %g to %g person-days; to be seen in %g to %g weeks", a.Actor, a.Effort.Low, a.Effort.High, a.LeadWeeks.Low, a.LeadWeeks.High))
	for _, t := range a.Targets {
		p.print("moves %s (%v)\n", t.Parameter, t.Pole)
	}
	for _, s := range a.Signs {
		p.printWrapped(0, "sign: "+s)
	}
	for _, f := range []struct{ name, text string }{
		{"after", strings.Join(a.Prerequisites, ", ")}, {"borrows from", a.BorrowsFrom}, {"ERIC", a.ERIC},
		{"sources", strings.Join(a.Sources, ", ")}, {"reasoning", a.Reasoning},
	} {
		if f.text != "" {
			p.printWrapped(0, f.name+": "+f.text)
		}
	}
}
