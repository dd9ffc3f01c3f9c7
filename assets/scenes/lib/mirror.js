import * as THREE from 'three';

/**
 * Mirror image of the scene in a polished floor (plane y = 0), blurred by a small shift per pass.
 * The floor material mixes it in with Fresnel weight and its own roughness pattern.
 */
export function makeMirror({ width, height, scale = 0.5, blur = 0.006 }) {
  const target = new THREE.WebGLRenderTarget(Math.round(width * scale), Math.round(height * scale), {
    type: THREE.HalfFloatType,
    minFilter: THREE.LinearFilter,
    magFilter: THREE.LinearFilter,
  });
  const uniforms = {
    uMirror: { value: target.texture },
    uMirrorMatrix: { value: new THREE.Matrix4() },
    uMirrorShift: { value: new THREE.Vector2() },
  };
  const camera = new THREE.PerspectiveCamera();
  const update = (accumulator, hidden, [a, b]) => {
    const { picture, renderer } = accumulator;
    reflectCamera(picture.camera, camera);
    uniforms.uMirrorMatrix.value
      .set(0.5, 0, 0, 0.5, 0, 0.5, 0, 0.5, 0, 0, 0.5, 0.5, 0, 0, 0, 1)
      .multiply(camera.projectionMatrix)
      .multiply(camera.matrixWorldInverse);
    uniforms.uMirrorShift.value.set((a - 0.5) * blur, (b - 0.5) * blur * 2.5);
    for (const mesh of hidden) mesh.visible = false;
    renderer.setRenderTarget(target);
    renderer.clear();
    renderer.render(picture.scene, camera);
    for (const mesh of hidden) mesh.visible = true;
  };
  return { uniforms, update };
}

function reflectCamera(from, to) {
  const flip = (v) => new THREE.Vector3(v.x, -v.y, v.z);
  const forward = new THREE.Vector3(0, 0, -1).applyQuaternion(from.quaternion);
  const up = new THREE.Vector3(0, 1, 0).applyQuaternion(from.quaternion);
  to.position.copy(flip(from.position));
  to.up.copy(flip(up));
  to.lookAt(flip(from.position.clone().add(forward)));
  to.updateMatrixWorld();
  to.projectionMatrix.copy(from.projectionMatrix);
  to.projectionMatrixInverse.copy(from.projectionMatrixInverse);
}

export const MIRROR_PARS = /* glsl */ `
uniform sampler2D uMirror;
uniform mat4 uMirrorMatrix;
uniform vec2 uMirrorShift;
`;

/** GLSL that adds the mirror image; `strength` scales it. */
export const mirrorFinish = (strength) => /* glsl */ `
{
  vec4 spot = uMirrorMatrix * vec4(vWorld, 1.0);
  float wear = texture2D(uNoise, vWorld.xz * 0.11).g * 0.6 + texture2D(uNoise, vWorld.xz * 0.9).r * 0.4;
  vec2 bend = (texture2D(uNoise, vWorld.xz * 0.35).ba - 0.5) * 0.012;
  vec2 at = spot.xy / spot.w + uMirrorShift * (0.4 + wear * 1.2) + bend;
  float grazing = pow(1.0 - max(dot(normalize(vViewPosition), normalize(normal)), 0.0), 3.4);
  float amount = ${strength.toFixed(3)} * (0.07 + 0.93 * grazing) * (1.15 - 0.75 * wear);
  outgoingLight += texture2D(uMirror, at).rgb * amount;
}
`;
