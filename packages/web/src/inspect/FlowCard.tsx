export function FlowCard({ id }: { readonly id: string }) {
	return <p>{id}</p>;
}
