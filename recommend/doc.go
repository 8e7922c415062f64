// Package recommend derives from an assessment what to do next, and why.
//
// A [Library] holds actions: what to do in concrete sentences, which parameters it targets, who acts, what it costs, how one sees
// that it worked, and what it rests on. [DefaultLibrary] is the one that ships with this module; [NewLibrary] and [ReadLibrary] make others,
// by the same checks.
//
// [Derive] applies seven rules ([Rules]) to a result and gives [Advice]: recommendations in order, each with the chain from
// observations over scores and rule to the action and its sources, and a what-if: readiness recomputed after the action moves its
// targets by one step of the scale. That is a statement about the model, not a prediction of effect. For every rule and subject
// that led to nothing, a [Silence] says what kept it from firing.
//
// The order of the rules follows the conclusions of Petrova & Barclay (2024): attend to social interactions, structures and
// context; elicit assumptions, manage conflict, navigate worldviews. The actions and thresholds are this project's.
package recommend
