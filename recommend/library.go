// Libraries: actions, checked against a catalogue.

package recommend

import (
	"embed"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/hasteslowly/readiness/framework"
	"github.com/hasteslowly/readiness/framework/strict"
)

// A Library is a checked list of actions. It is immutable and safe for concurrent use.
type Library struct {
	actions []Action
	index   map[string]int
}

// NewLibrary checks actions against the catalogue they target. All problems come at once, as a [*strict.Error].
func NewLibrary(c *framework.Catalogue, actions []Action) (*Library, error) {
	data, err := json.Marshal(actions)
	if err != nil {
		return nil, fmt.Errorf("library: %w", err)
	}
	return ReadLibrary(c, strings.NewReader(string(data)))
}

// ReadLibrary reads a JSON array of actions. All problems come at once, with line and column, as a [*strict.Error].
func ReadLibrary(c *framework.Catalogue, r io.Reader) (*Library, error) {
	data, err := strict.ReadAll("library", r, libraryLimits)
	if err != nil {
		return nil, err
	}
	var actions []Action
	doc, err := strict.Unmarshal("library", data, &actions, libraryLimits)
	if err != nil {
		return nil, err
	}
	k := newChecker(c, actions)
	for i, a := range actions {
		k.action(fmt.Sprintf("[%d]", i), a)
	}
	if len(k.problems) > 0 {
		return nil, strict.Fail("library", doc.Locate(k.problems))
	}
	return newLibrary(actions), nil
}

var libraryLimits = strict.Limits{Bytes: 16 << 20, Depth: 8}

func newLibrary(actions []Action) *Library {
	l := &Library{actions: actions, index: map[string]int{}}
	for i, a := range actions {
		l.index[a.ID] = i
	}
	return l
}

// ReadLibraryFS reads a folder with one action a file, named by its id. All problems come at once; a path begins with its file.
func ReadLibraryFS(c *framework.Catalogue, fsys fs.FS) (*Library, error) {
	names, err := fs.Glob(fsys, "*.json")
	if err != nil {
		return nil, fmt.Errorf("library: %w", err)
	}
	var actions []Action
	var docs []*strict.Document
	var problems []strict.Problem
	for _, name := range names {
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, fmt.Errorf("library: %w", err)
		}
		var a Action
		doc, err := strict.Unmarshal(name, data, &a, libraryLimits)
		problems = append(problems, inFile(name, strict.Problems(err))...)
		if err == nil {
			actions, docs = append(actions, a), append(docs, doc)
			if want := strings.TrimSuffix(path.Base(name), ".json"); a.ID != want {
				problems = append(problems, strict.Problem{Path: name, What: fmt.Sprintf("holds the action %q", a.ID), Cure: "a file is named by its id"})
			}
		}
	}
	k := newChecker(c, actions)
	for i, a := range actions {
		k.problems = nil
		k.action("", a)
		problems = append(problems, inFile(a.ID+".json", docs[i].Locate(k.problems))...)
	}
	if len(problems) > 0 {
		return nil, strict.Fail("library", problems)
	}
	return newLibrary(actions), nil
}

func inFile(name string, problems []strict.Problem) []strict.Problem {
	for i := range problems {
		problems[i].Path = strings.TrimSuffix(name+": "+strings.TrimPrefix(problems[i].Path, "."), ": ")
	}
	return problems
}

//go:embed library/*.json
var libraryFiles embed.FS

// DefaultLibrary returns the library for [framework.Reference] that ships with this module, read once.
func DefaultLibrary() *Library { return defaultLibrary() }

var defaultLibrary = sync.OnceValue(func() *Library {
	sub, err := fs.Sub(libraryFiles, "library")
	if err != nil {
		panic("recommend: " + err.Error())
	}
	l, err := ReadLibraryFS(framework.Reference(), sub)
	if err != nil {
		panic("recommend: the embedded library: " + err.Error())
	}
	return l
})

// Len is the number of actions.
func (l *Library) Len() int { return len(l.actions) }

// Actions yields the actions in order.
func (l *Library) Actions() iter.Seq[Action] {
	return func(yield func(Action) bool) {
		for _, a := range l.actions {
			if !yield(a.clone()) {
				return
			}
		}
	}
}

// Action finds an action by id.
func (l *Library) Action(id string) (Action, bool) {
	i, ok := l.index[id]
	if !ok {
		return Action{}, false
	}
	return l.actions[i].clone(), true
}

func (a Action) clone() Action {
	a.Targets = slices.Clone(a.Targets)
	a.Divides = slices.Clone(a.Divides)
	a.Stages = slices.Clone(a.Stages)
	a.Prerequisites = slices.Clone(a.Prerequisites)
	a.Signs = slices.Clone(a.Signs)
	a.Sources = slices.Clone(a.Sources)
	return a
}

var idPattern = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// A checker collects problems of actions.
type checker struct {
	catalogue *framework.Catalogue
	count     map[string]int
	requires  map[string][]string
	problems  []strict.Problem
}

func newChecker(c *framework.Catalogue, actions []Action) *checker {
	k := &checker{catalogue: c, count: map[string]int{}, requires: map[string][]string{}}
	for _, a := range actions {
		k.count[a.ID]++
		k.requires[a.ID] = a.Prerequisites
	}
	return k
}

func (k *checker) report(path, what, cure string) {
	k.problems = append(k.problems, strict.Problem{Path: path, What: what, Cure: cure})
}

func (k *checker) action(at string, a Action) {
	if !idPattern.MatchString(a.ID) || k.count[a.ID] > 1 {
		k.report(at+".id", fmt.Sprintf("%q is no id, or is used twice", a.ID), "use lower-case letters, digits and single hyphens")
	}
	for _, f := range []struct{ field, text string }{{"title", a.Title}, {"do", a.Do}, {"actor", a.Actor}, {"signs", strings.Join(a.Signs, "")}} {
		if strings.TrimSpace(f.text) == "" {
			k.report(at+"."+f.field, "is missing", "say it in plain words")
		}
	}
	if a.Locus == 0 {
		k.report(at+".locus", "is missing", "say where the actor stands")
	}
	k.measure(at+".effort_days", a.Effort)
	k.measure(at+".lead_weeks", a.LeadWeeks)
	if a.Type != "" {
		if _, ok := k.catalogue.Type(a.Type); !ok {
			k.report(at+".type", fmt.Sprintf("%q is no type of the catalogue", a.Type), k.catalogue.Suggest(a.Type))
		}
		if len(a.Targets) == 0 {
			k.report(at+".targets", "is empty", "name the parameters it is meant to move")
		}
	}
	for i, t := range a.Targets {
		k.target(fmt.Sprintf("%s.targets[%d]", at, i), t)
	}
	for i, d := range a.Divides {
		if !slices.Contains(Divides(), d) {
			k.report(fmt.Sprintf("%s.divides[%d]", at, i), fmt.Sprintf("%q is no divide", d), "within, perspective, context or goal")
		}
	}
	for i, s := range a.Sources {
		if _, ok := k.catalogue.Source(s); !ok {
			k.report(fmt.Sprintf("%s.sources[%d]", at, i), fmt.Sprintf("%q is no source of the catalogue", s), "correct the id")
		}
	}
	if a.Provenance == 0 || len(a.Sources) == 0 && strings.TrimSpace(a.Reasoning) == "" {
		k.report(at+".provenance", "is missing, or rests on nothing", "say whose it is, and give sources or the reasoning")
	}
	k.prerequisites(at, a)
}

func (k *checker) measure(at string, r Range) {
	if !(r.Low >= 0) || !(r.High >= r.Low) || r.High == 0 || r.High > 1e6 {
		k.report(at, fmt.Sprintf("is %v to %v", r.Low, r.High), "give a range from low to high, above 0")
	}
}

func (k *checker) target(at string, t Target) {
	p, ok := k.catalogue.Parameter(t.Parameter)
	switch {
	case !ok:
		k.report(at+".parameter", fmt.Sprintf("%q is no parameter of the catalogue", t.Parameter), k.catalogue.Suggest(t.Parameter))
	case t.Pole != framework.Challenge && t.Pole != framework.Driver, p.Pole != framework.Both && p.Pole != t.Pole:
		k.report(at+".pole", fmt.Sprintf("%v is not a side of %s", t.Pole, t.Parameter), "name a side that the parameter is asked on")
	}
}

// prerequisites must exist and not lead back.
func (k *checker) prerequisites(at string, a Action) {
	for i, id := range a.Prerequisites {
		if k.count[id] == 0 {
			k.report(fmt.Sprintf("%s.prerequisites[%d]", at, i), fmt.Sprintf("%q is no action", id), "correct the id")
		}
	}
	seen := map[string]bool{}
	var leadsBack func(id string) bool
	leadsBack = func(id string) bool {
		for _, next := range k.requires[id] {
			if next == a.ID {
				return true
			}
			if !seen[next] {
				seen[next] = true
				if leadsBack(next) {
					return true
				}
			}
		}
		return false
	}
	if leadsBack(a.ID) {
		k.report(at+".prerequisites", "lead back to the action itself", "break the circle")
	}
}
