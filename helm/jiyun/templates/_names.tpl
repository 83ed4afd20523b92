{{- define "jiyun.labels" -}}
app.kubernetes.io/name: {{ .component }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/part-of: jiyun
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
helm.sh/chart: {{ .root.Chart.Name }}-{{ .root.Chart.Version }}
{{- end }}

{{- define "jiyun.selector" -}}
app.kubernetes.io/name: {{ .component }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
{{- end }}

{{- define "jiyun.image" -}}
{{- with .root.Values.image.registry }}{{ . }}/{{ end }}{{ .image.repository }}:{{ .image.tag | default .root.Chart.AppVersion }}
{{- end }}

{{- define "jiyun.operator.subject" -}}
{{- if .Values.operator.user -}}
- kind: User
  apiGroup: rbac.authorization.k8s.io
  name: {{ .Values.operator.user }}
{{- else -}}
- kind: ServiceAccount
  name: jiyun-operator
  namespace: {{ .Release.Namespace }}
{{- end }}
{{- end }}
