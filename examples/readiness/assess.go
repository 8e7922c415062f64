// The main job: a profile assessed, and what to do next.

package main

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/hasteslowly/readiness/assess"
	"github.com/hasteslowly/readiness/framework/strict"
	"github.com/hasteslowly/readiness/recommend"
)

// An assessment is a result with its advice: what --json writes.
type assessment struct {
	assess.Document
	*recommend.Advice
}

func (p program) assess(a arguments) error {
	r, advice, err := p.assessed(a.word(0))
	if err != nil {
		return err
	}
	if a.flag("json") {
		_, err := p.out.Write(strict.Marshal(assessment{r.Document(), advice}))
		return err
	}
	s := &screen{style: p.style, result: r, advice: advice, file: a.word(0)}
	return s.write(p.out)
}

// assessed loads, scores and advises on what a word names.
func (p program) assessed(word string) (*assess.Result, *recommend.Advice, error) {
	profile, err := p.load(word)
	if err != nil {
		return nil, nil, err
	}
	r, err := score(profile)
	if err != nil {
		return nil, nil, err
	}
	advice, err := recommend.Derive(r, recommend.DefaultLibrary(), recommend.Options{})
	return r, advice, err
}

// explain prints what a number was made of, or the chain of a recommendation by its place on the screen.
func (p program) explain(a arguments) error {
	if len(a.words) == 0 {
		return fmt.Errorf("%w: name what to explain", errUsage)
	}
	r, advice, err := p.assessed(a.word(1))
	if err != nil {
		return err
	}
	id := a.words[0]
	if n, err := strconv.Atoi(id); err == nil {
		if n < 1 || n > len(advice.Recommendations) {
			return fmt.Errorf("%w: there are recommendations 1 to %d", errUsage, len(advice.Recommendations))
		}
		p.explainAdvice(advice.Recommendations[n-1])
		return nil
	}
	node, ok := r.Explain(id)
	if !ok {
		return fmt.Errorf("%w: %q is no number of this assessment: readiness, challenges, drivers, forces, a type or a parameter; %s",
			errUsage, id, r.Scorer().Catalogue().Suggest(id))
	}
	if a.flag("json") {
		_, err := p.out.Write(strict.Marshal(node))
		return err
	}
	p.explainNode(r, node, 0)
	return nil
}

func (p program) explainNode(r *assess.Result, n assess.Node, depth int) {
	value := "not known"
	if n.Estimate.Known {
		value = fmt.Sprintf("%.2f", n.Estimate.Value)
	}
	line := fmt.Sprintf("%s%s  %s (%.2f to %.2f; %d of %d answers)", strings.Repeat("  ", depth), n.Label, value,
		n.Estimate.Low, n.Estimate.High, n.Estimate.Answered, n.Estimate.Applicable)
	if n.How != "" {
		line += "  = " + n.How
	}
	fmt.Fprintln(p.out, p.style.plain(line))
	for _, i := range n.Observations {
		o := r.Profile().Observation(i)
		for _, text := range []string{o.Note, o.Evidence} {
			if text != "" {
				fmt.Fprintln(p.out, p.style.plain(strings.Repeat("  ", depth+1)+"“"+text+"”"))
			}
		}
	}
	for _, part := range n.Parts {
		p.explainNode(r, part, depth+1)
	}
}

func (p program) explainAdvice(rec recommend.Recommendation) {
	fmt.Fprintln(p.out, p.style.strong(p.style.plain(rec.Title)))
	for _, link := range rec.Chain {
		lines := wrap(fmt.Sprintf("%s: %s", link.Ref, link.Text), width-14)
		if link.Step == "observation" {
			lines = wrap("#"+link.Ref+" "+link.Text, width-14)
		}
		for i, line := range lines {
			step := ""
			if i == 0 {
				step = link.Step
			}
			fmt.Fprintln(p.out, p.style.plain(pad(step, 13)+" "+line))
		}
	}
	for _, also := range rec.Also {
		fmt.Fprintln(p.out, p.style.plain(pad("also", 13)+" "+also.Rule+": "+also.Because))
	}
	w := rec.WhatIf
	fmt.Fprintf(p.out, "%s readiness %.1f -> %.1f when %d answers move one step; the model's arithmetic, not a prediction\n", pad("what if", 13), w.Before.Value, w.After.Value, w.Answered)
}

// whyNot prints the silences, of one rule or all.
func (p program) whyNot(a arguments) error {
	rule := ""
	if len(a.words) > 0 {
		if _, ok := recommend.RuleByID(a.words[0]); ok {
			rule, a.words = a.words[0], a.words[1:]
		}
	}
	_, advice, err := p.assessed(a.word(0))
	if err != nil {
		return err
	}
	for _, s := range advice.Silences {
		if rule == "" || s.Rule == rule {
			fmt.Fprintln(p.out, p.style.plain(fmt.Sprintf("%s %s %s", pad(s.Rule, 13), pad(s.Subject, 24), s.Why)))
		}
	}
	return nil
}
