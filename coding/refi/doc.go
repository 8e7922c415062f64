// Package refi reads and writes REFI-QDA, the exchange format of programs for qualitative analysis: codebooks (.qdc) and projects (.qdpx).
//
//	p, report, err := refi.ReadProject(file, size, refi.Limits{})
//	m, err := p.Material(refi.MaterialOptions{})
//
// # What a reader can count on
//
// Real programs depart from the standard. What can be understood is read, and every departure is in the [Report]: unknown elements and attributes, older namespaces, file and
// folder names, references that point nowhere, empty or overlong selections. [Limits].Strict refuses them instead. What a file must not do is refused always, with a
// [*strict.Error]: document type declarations, paths that lead out of the archive, entries given twice, archives and documents beyond the limits.
//
// What is written is valid against the published schemas. What a file held that cannot be written validly is changed or left out, and listed as a loss.
//
// # Positions
//
// The standard counts code points; NVivo for Windows counts UTF-16 units over text with two characters at a line's end, its byte order mark not counted. [Detect] finds the reading
// under which most selections begin and end where lines or words do; [Project.Material] uses it and says which.
//
// Source: REFI-QDA 1.5, 2019, www.qdasoftware.org.
package refi
