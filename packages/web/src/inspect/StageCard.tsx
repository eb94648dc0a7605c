export function StageCard({ id }: { readonly id: string }) {
	return <p>{id}</p>;
}
